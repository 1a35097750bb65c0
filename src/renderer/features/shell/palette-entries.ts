import { folded } from '#shared/domain/folded.ts'
import type { MessageId } from '#shared/languages/index.ts'

/** The palette's own groups, in their order; a vendor's, each under a heading of its own, come behind. */
export const ownGroups = ['open', 'actions', 'drafts', 'items', 'templates'] as const
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

/** An item by the words that its line shows. */
interface Line {
  readonly subject: string
  readonly context: string
}

/** Those that are about what is searched before those that only say it somewhere: a number, then a customer, each the newest first. */
export function byNearness<T extends Line>(items: readonly T[], search: string): T[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const holdsAll = (text: string) => words.every((word) => folded(text).includes(word))
  const nearness = ({ subject, context }: T) => (holdsAll(subject) ? 2 : holdsAll(context) ? 1 : 0)
  return items
    .map((item) => ({ item, near: nearness(item) }))
    .toSorted((one, other) => other.near - one.near)
    .map(({ item }) => item)
}
