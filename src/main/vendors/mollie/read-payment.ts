import type { Message } from '#shared/domain/message.ts'
import { destinationOf } from '#shared/vendors/index.ts'
import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import { AppFailure, invalidAt } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { Evidence } from '../../upstream/types.ts'
import type { VendorDeps } from '../vendor.ts'
import { bytesBeside, foreignIn, metadataJson, noteIn, takesNote } from './metadata.ts'
import { readPayment, type Payment } from './payment.ts'
import { paymentRequests } from './requests.ts'

const failure = (kind: 'unauthorized' | 'unreachable', message: Message) => new AppFailure({ kind, message })

const atPayment = (message: Message) => invalidAt('paymentID', message)

/** Why a payment was not read, and what to do. */
function failureOf({ status }: Evidence): AppFailure {
  switch (status) {
    case null:
      return failure('unreachable', { id: 'payment.unreachable' })
    case 401:
    case 403:
      return failure('unauthorized', { id: 'payment.keyRefused' })
    case 404:
      return atPayment({ id: 'outcome.mollie.unknownPayment' })
    case 429:
      return failure('unreachable', { id: 'payment.tooMany' })
    default:
      return failure('unreachable', { id: 'payment.notRead', values: { status } })
  }
}

/** A payment as screens show it before its note is changed. */
function viewOf({ metadata, id, mode, amount, description, status, createdAt }: Payment, readAt: number): ReadPayment {
  const foreign = foreignIn(metadata)
  return {
    id,
    mode,
    amount,
    description,
    status,
    createdAt,
    note: noteIn(metadata),
    otherMetadata: takesNote(metadata) ? null : metadataJson(metadata),
    foreignNote: foreign === undefined ? null : metadataJson(foreign),
    besideBytes: bytesBeside(metadata),
    readAt: new Date(readAt).toISOString(),
  }
}

/** Reads a payment for a person who is about to change its note. */
export const paymentReader =
  ({ endpointOf, secretFor, ask, now }: Pick<VendorDeps, 'endpointOf' | 'secretFor' | 'ask' | 'now'>) =>
  async (account: StoredAccount & { settings: MollieSettings }, paymentID: string): Promise<ReadPayment> => {
    const url = endpointOf(account)
    if (url === null) throw failure('unreachable', { id: 'account.check.practiceStopped' })
    const answer = await secretFor(account)
    if (!answer.ok) throw failure('unauthorized', { id: `account.secret.${answer.state}` })
    const requests = paymentRequests(destinationOf(account.settings, url), answer.secret, paymentID)
    if (!requests) throw failure('unreachable', { id: 'payment.notSendable' })
    const call = { ...requests.read(), keys: 'whole' as const, read: () => ({ says: 'nothing' as const }) }
    const { evidence, value } = await ask(call, answer.secret)
    const payment = evidence.status === 200 ? readPayment(value, paymentID) : null
    if (!payment) throw failureOf(evidence)
    if (payment.mode !== account.settings.mode)
      throw atPayment({ id: 'payment.otherMode', values: { test: payment.mode === 'test' ? 'yes' : 'no' } })
    return viewOf(payment, now())
  }
