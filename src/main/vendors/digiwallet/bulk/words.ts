import type { NoteAction } from '#shared/vendors/digiwallet/sale-note.ts'

const actions: Record<NoteAction, readonly string[]> = {
  create: ['create', 'maken', 'maak', 'aanmaken', 'nieuw', 'new', 'toevoegen', 'add'],
  update: ['update', 'bijwerken', 'werk bij', 'wijzigen', 'wijzig', 'aanpassen', 'vervangen', 'edit', 'change'],
  delete: ['delete', 'verwijderen', 'verwijder', 'wissen', 'remove'],
}
const tests: readonly (readonly [boolean, readonly string[]])[] = [
  [true, ['1', 'ja', 'j', 'yes', 'y', 'true', 'waar', 'test', 'aan', 'on']],
  [false, ['0', 'nee', 'n', 'no', 'false', 'onwaar', 'echt', 'live', 'uit', 'off']],
]

const actionWords = new Map(
  Object.entries(actions).flatMap(([action, words]) => words.map((word) => [word, action as NoteAction] as const)),
)
const testWords = new Map(tests.flatMap(([test, words]) => words.map((word) => [word, test] as const)))

const word = (cell: string) => (cell.length > 100 ? '' : cell.trim().toLowerCase())

/** What a row is to do, in the words of a clerk; null where it says something else. */
export const actionOf = (cell: string): NoteAction | null => actionWords.get(word(cell)) ?? null

/** Whether a row is a test; null where it says something else, or nothing. */
export const testOf = (cell: string): boolean | null => testWords.get(word(cell)) ?? null
