/** Sentences around the manual; what it says itself stands in docs/handleiding.md. */
export const sentences = {
  'manual.list': 'Inhoud van de handleiding',
  'manual.detail': 'Hoofdstuk',
  'manual.search': 'Zoek in de handleiding',
  'manual.none': 'Niets gevonden',
  'manual.none.text': 'Zoek op een ander woord.',
  'manual.beside': 'Andere hoofdstukken',
} as const
