import { practisesHere } from '#shared/domain/practises-here.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import type { Message } from '#shared/domain/message.ts'
import type { paymentNoteContract, ReadPayment } from '#shared/vendors/mollie/contract.ts'
import { mollie } from '#shared/vendors/mollie/index.ts'
import { paymentNoteKey } from '#shared/vendors/mollie/payment-note-key.ts'
import {
  completePaymentNoteSchema,
  metadataBytes,
  metadataBytesWith,
  type CompletePaymentNote,
  type ReadNote,
} from '#shared/vendors/mollie/payment-note.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import { gone, invalidAt, invalidInput } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredDraft } from '../../storage/draft-records.ts'
import type { ListedSubmission } from '../../storage/submission-queries.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import { destinationView } from '../../views/destination.ts'
import { blanksLeft } from '../blanks-left.ts'
import type { VendorDeps } from '../vendor.ts'
import { examplePayments } from './practice/payments.ts'
import { paymentReader } from './read-payment.ts'

const unfinished: ReadonlySet<string> = new Set(['queued', 'sending', 'held', 'unknown'])

type OwnAccount = StoredAccount & { settings: MollieSettings }

const isOwn = (account: StoredAccount | null): account is OwnAccount => account?.settings.kind === 'mollie'

/** What the note would be refused for, said at its field before it is filed. */
function checkAgainst(payment: ReadPayment, note: CompletePaymentNote): void {
  if (note.action === 'delete') return
  if (payment.foreignNote !== null) throw invalidAt('text', { id: 'validation.paymentNote.foreignNote' })
  if (payment.otherMetadata !== null && !note.keepValue) throw invalidAt('keepValue', { id: 'validation.paymentNote.keepValue' })
  const bytes = metadataBytesWith(payment.besideBytes, note.text)
  if (bytes > metadataBytes.refuse) throw invalidAt('text', { id: 'validation.paymentNote.tooLarge', values: { bytes } })
}

/** What a person should know first. */
function warningsFor(payment: ReadPayment, note: CompletePaymentNote): Message[] {
  if (note.action === 'delete') return payment.note ? [] : [{ id: 'review.paymentNote.nothingToDelete' }]
  const bytes = metadataBytesWith(payment.besideBytes, note.text)
  const warnings: Message[] = []
  if (note.action === 'create' && payment.note) warnings.push({ id: 'review.paymentNote.replaces' })
  if (note.action === 'update' && !payment.note) warnings.push({ id: 'review.paymentNote.nothingToUpdate' })
  if (payment.otherMetadata !== null) warnings.push({ id: 'review.paymentNote.keepsValue' })
  if (bytes > metadataBytes.warn) warnings.push({ id: 'review.paymentNote.nearlyFull', values: { bytes } })
  return warnings
}

const keyOf = ({ settings }: OwnAccount, paymentID: string) => paymentNoteKey(boundOriginOf(settings), settings.mode, paymentID)

/** What an earlier item that is not finished will have left there by then: a person filed it before this one. */
function ownOf(newest: ListedSubmission | null): { own?: ReadNote | null } {
  if (newest?.payload.kind !== 'payment-note' || !unfinished.has(newest.state)) return {}
  const { action, text = '', at } = newest.payload
  return { own: action === 'delete' ? null : { text, at } }
}

/** Notes on payments: what stands there is read and shown, and a note is filed with what was shown. */
export function paymentNoteHandlers(deps: VendorDeps): Handlers<typeof paymentNoteContract> {
  const read = paymentReader(deps)

  function accountOf(accountId: string): OwnAccount {
    const account = deps.accounts.get(accountId)
    if (!isOwn(account) || account.archivedAt !== null) throw gone()
    return account
  }
  function complete(draft: StoredDraft | null): { account: OwnAccount; note: CompletePaymentNote } {
    if (draft?.kind !== 'payment-note') throw gone()
    const parsed = completePaymentNoteSchema.safeParse(draft.fields)
    if (!parsed.success) throw invalidInput(parsed.error)
    return { account: accountOf(draft.accountId), note: parsed.data }
  }

  return {
    paymentNotes: {
      read: ({ accountId, paymentID }) => read(accountOf(accountId), paymentID),
      async review({ draftId }) {
        const { account, note } = complete(deps.drafts.get(draftId))
        const payment = await read(account, note.paymentID)
        checkAgainst(payment, note)
        const key = keyOf(account, note.paymentID)
        const newest = deps.queries.newestOfNote(key)
        const { mode } = account.settings
        const payload = mollie.payloadOf({ ...note, mode, at: new Date(deps.now()).toISOString(), shown: payment.note })
        const unsettled: Message[] = newest?.state === 'unknown' ? [{ id: 'review.paymentNote.earlierUnknown' }] : []
        return {
          destination: destinationView(account, deps.endpointOf(account)),
          warnings: [
            ...(await deps.colleagues(draftId, account, payload)),
            ...warningsFor(payment, note).map((message) => ({ message, submissionId: null })),
            ...(note.action === 'delete' ? [] : blanksLeft(note.text)),
            ...unsettled.map((message) => ({ message, submissionId: newest?.id ?? null })),
          ],
          payment,
          waitsForEarlier: deps.queries.holdsUpLater(key),
        }
      },
      submit({ draftId, shown }) {
        return deps.file(draftId, (draft) => {
          const { account, note } = complete(draft)
          const { mode } = account.settings
          const at = new Date(deps.now()).toISOString()
          const newest = deps.queries.newestOfNote(keyOf(account, note.paymentID))
          return { account, payload: mollie.payloadOf({ ...note, mode, at, shown, ...ownOf(newest) }) }
        })
      },
      examples({ accountId }) {
        const settings = deps.accounts.get(accountId)?.settings
        return settings && practisesHere(settings)
          ? examplePayments.map(({ id, description }) => ({ paymentID: id, label: description }))
          : []
      },
    },
  }
}
