import type { PaymentNoteAction } from '#shared/vendors/mollie/payment-note.ts'

const actions: Record<PaymentNoteAction, readonly string[]> = {
  create: ['create', 'maken', 'maak', 'aanmaken', 'nieuw', 'new', 'toevoegen', 'add'],
  update: ['update', 'bijwerken', 'werk bij', 'wijzigen', 'wijzig', 'aanpassen', 'vervangen', 'edit', 'change'],
  delete: ['delete', 'verwijderen', 'verwijder', 'wissen', 'remove'],
}
const byWord = new Map(
  Object.entries(actions).flatMap(([action, words]) => words.map((word) => [word, action as PaymentNoteAction] as const)),
)

/** What a row is to do, in the words of a clerk; null where it says something else. */
export const actionIn = (cell: string): PaymentNoteAction | null =>
  cell.length > 100 ? null : (byWord.get(cell.trim().toLowerCase()) ?? null)
