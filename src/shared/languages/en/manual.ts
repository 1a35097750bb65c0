/** Sentences around the manual; what it says itself stands in docs/manual.md. */
export const sentences = {
  'manual.list': 'Contents of the manual',
  'manual.detail': 'Chapter',
  'manual.search': 'Search the manual',
  'manual.none': 'Nothing found',
  'manual.none.text': 'Search for another word.',
  'manual.beside': 'Other chapters',
} as const
