import { folded } from '#shared/domain/folded.ts'
import type { MessageId } from '#shared/languages/index.ts'

/** The palette's own groups, in their order; a vendor's, each under a heading of its own, come behind. */
export const ownGroups = ['actions', 'drafts', 'items'] as const
type OwnGroup = (typeof ownGroups)[number]
export const isOwnGroup = (group: Entry['group']): group is OwnGroup => (ownGroups as readonly string[]).includes(group)

/** One line of the palette. */
export interface Entry {
  readonly id: string
  /** One of the palette's own, or a vendor's by the sentence that heads it. */
  readonly group: OwnGroup | MessageId
  readonly label: string
  readonly hint?: string | undefined
  /** Further words it is found by, never shown. */
  readonly words?: string | undefined
  readonly run: () => void
}

/** The entries that carry every word of the search somewhere, accents aside; those that begin with it come first. */
export function matching(entries: readonly Entry[], search: string): Entry[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const begins = (entry: Entry) => folded(entry.label).startsWith(words[0] ?? '')
  return entries
    .filter((entry) => {
      const text = folded(`${entry.label} ${entry.hint ?? ''} ${entry.words ?? ''}`)
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)))
}
