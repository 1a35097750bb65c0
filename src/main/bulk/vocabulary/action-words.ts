import type { Action } from '#shared/domain/kinds.ts'

const actions: Record<Action, readonly string[]> = {
  create: ['create', 'maken', 'maak', 'aanmaken', 'nieuw', 'new', 'toevoegen', 'add'],
  update: ['update', 'bijwerken', 'werk bij', 'wijzigen', 'wijzig', 'aanpassen', 'vervangen', 'edit', 'change'],
  delete: ['delete', 'verwijderen', 'verwijder', 'wissen', 'remove'],
}
const byWord = new Map(
  Object.entries(actions).flatMap(([action, words]) => words.map((word) => [word, action as Action] as const)),
)

/** A cell as it is looked up among words. SECURITY: one can hold a book. */
export const wordOf = (cell: string): string => (cell.length > 100 ? '' : cell.trim().toLowerCase())

/** What a row is to do, in the words of a clerk; null where it says something else. */
export const actionIn = (cell: string): Action | null => byWord.get(wordOf(cell)) ?? null
