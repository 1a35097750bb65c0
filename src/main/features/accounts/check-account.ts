import type { Message } from '#shared/domain/message.ts'
import type { NoteTarget } from '#shared/domain/sale-note.ts'
import type { Order, Outcome } from '../../upstream/types.ts'

/** Sends one order and says what it means; nothing of it is kept in the outbox. */
export type TryOrder = (order: Order) => Promise<Outcome>

export interface CheckStep {
  name: 'create' | 'delete'
  ok: boolean
  message: Message
}

/** The vendor's own words where it gave any: they say more than our sentence about the kind of answer. */
const sentenceOf = ({ head, fields, reason }: Outcome): Message => head[0] ?? Object.values(fields)[0]?.[0] ?? reason

/**
 * "Check account" for DigiWallet: makes one `test=1` note on the person's own sale and deletes it (specs/decisions.md,
 * "Checking an account"). After a create that was not confirmed nothing more is sent: there is nothing known to delete.
 */
export async function checkDigiwallet(
  tryOrder: TryOrder,
  order: Pick<Order, 'destination' | 'secret'>,
  sale: Omit<NoteTarget, 'test'>,
): Promise<CheckStep[]> {
  const target = { ...sale, test: true }
  const send = (payload: Order['payload']) => tryOrder({ ...order, payload, file: null })

  const created = await send({ kind: 'note', action: 'create', target, text: 'Balie: controle van het account' })
  if (created.state !== 'sent') return [{ name: 'create', ok: false, message: sentenceOf(created) }]
  const create: CheckStep = { name: 'create', ok: true, message: { id: 'account.check.created' } }

  const deleted = await send({ kind: 'note', action: 'delete', target })
  if (deleted.state !== 'sent') return [create, { name: 'delete', ok: false, message: sentenceOf(deleted) }]
  return [create, { name: 'delete', ok: true, message: { id: 'account.check.deleted' } }]
}
