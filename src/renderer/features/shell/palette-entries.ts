/** One line of the palette. */
export interface Entry {
  readonly id: string
  readonly group: 'actions' | 'drafts' | 'items' | 'notes'
  readonly label: string
  readonly hint?: string | undefined
  /** Further words it is found by, never shown. */
  readonly words?: string | undefined
  readonly run: () => void
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The entries that carry every word of the search somewhere, accents aside; those that begin with it come first. */
export function matching(entries: readonly Entry[], search: string): Entry[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const begins = (entry: Entry) => plain(entry.label).startsWith(words[0] ?? '')
  return entries
    .filter((entry) => {
      const text = plain(`${entry.label} ${entry.hint ?? ''} ${entry.words ?? ''}`)
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
}
