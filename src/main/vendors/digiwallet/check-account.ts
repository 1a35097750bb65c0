import type { MessageId } from '#shared/languages/index.ts'
import type { Message } from '#shared/domain/message.ts'
import { destinationOf } from '#shared/vendors/index.ts'
import type { NotePayload, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { Outcome } from '../../upstream/types.ts'
import type { VendorDeps } from '../vendor.ts'

interface CheckStep {
  name: 'create' | 'delete'
  ok: boolean
  message: Message
}

/** The vendor's own words where it gave any: they say more than our sentence about the kind of answer. */
const sentenceOf = ({ head, fields, reason }: Outcome): Message => head[0] ?? Object.values(fields)[0]?.[0] ?? reason

const refused = (id: MessageId) => new AppFailure({ kind: 'invalid', message: { id } })

/**
 * "Check account": makes one `test=1` note on the person's own sale and deletes it (specs/decisions.md, "Checking an account").
 * After a create that was not confirmed nothing more is sent: there is nothing known to delete.
 */
export async function checkAccount(
  deps: Pick<VendorDeps, 'accounts' | 'endpointOf' | 'secretFor' | 'tryOrder'>,
  { accountId, ...sale }: Omit<NoteTarget, 'test'> & { accountId: string },
): Promise<{ steps: CheckStep[] }> {
  const account = deps.accounts.get(accountId)
  if (!account || account.archivedAt !== null) throw gone()
  if (account.settings.kind !== 'digiwallet') throw refused('account.check.unavailable')
  const url = deps.endpointOf(account)
  if (url === null) throw new AppFailure({ kind: 'unreachable', message: { id: 'account.check.practiceStopped' } })
  const answer = await deps.secretFor(account)
  if (!answer.ok) throw refused(`account.secret.${answer.state}`)
  const order = { destination: destinationOf(account.settings, url), secret: answer.secret, file: null }
  const target = { ...sale, test: true }
  const send = (payload: NotePayload) => deps.tryOrder({ ...order, payload })

  const created = await send({ kind: 'note', action: 'create', target, text: 'Balie: controle van het account' })
  if (created.state !== 'sent') return { steps: [{ name: 'create', ok: false, message: sentenceOf(created) }] }
  const create: CheckStep = { name: 'create', ok: true, message: { id: 'account.check.created' } }

  const deleted = await send({ kind: 'note', action: 'delete', target })
  if (deleted.state !== 'sent') return { steps: [create, { name: 'delete', ok: false, message: sentenceOf(deleted) }] }
  return { steps: [create, { name: 'delete', ok: true, message: { id: 'account.check.deleted' } }] }
}
