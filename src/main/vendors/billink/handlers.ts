import { maxFileBytesOf } from '#shared/vendors/billink/settings.ts'
import { warnFileBytes, type Attachment } from '#shared/domain/attachment.ts'
import { completeDisputeSchema, type CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import type { disputeContract } from '#shared/vendors/billink/contract.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import { gone, invalidAt, invalidInput } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredDraft } from '../../storage/draft-records.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import { destinationView } from '../../views/destination.ts'
import { blanksLeft } from '../blanks-left.ts'
import type { VendorDeps } from '../vendor.ts'

/** Filing moves the draft into the outbox; nothing is sent while the person can still take it back. */
export function disputeHandlers(deps: VendorDeps): Handlers<typeof disputeContract> {
  const draftWithId = (id: string): StoredDraft => {
    const draft = deps.drafts.get(id)
    if (!draft) throw gone()
    return draft
  }
  function complete(draft: StoredDraft): { account: StoredAccount; dispute: CompleteDispute } {
    const account = deps.accounts.get(draft.accountId)
    if (draft.kind !== 'dispute' || !account || account.archivedAt !== null) throw gone()
    const parsed = completeDisputeSchema.safeParse(draft.fields)
    if (!parsed.success) throw invalidInput(parsed.error)
    return { account, dispute: parsed.data }
  }
  async function checkedAttachment(draft: StoredDraft, account: StoredAccount): Promise<Attachment | null> {
    const obstacle = await deps.fileObstacle(draft)
    if (obstacle) throw invalidAt('file', obstacle)
    const attachment = await deps.attachmentView(draft.attachmentId)
    if (!attachment) return null
    if (attachment.state === 'lost') throw invalidAt('file', { id: 'attachment.lost', values: { name: attachment.name } })
    // The account's limit may have been lowered since the file was attached.
    const { settings } = account
    if (settings.kind !== 'billink' || attachment.bytes > maxFileBytesOf(settings)) {
      const limit = settings.kind === 'billink' ? settings.maxFileMegabytes : 0
      throw invalidAt('file', { id: 'attachment.tooLarge', values: { name: attachment.name, limit } })
    }
    return attachment
  }
  const earlierOf = (account: StoredAccount, invoice: string) =>
    deps.queries.disputeOfInvoice(boundOriginOf(account.settings), account.id, invoice)
  return {
    disputes: {
      earlier({ accountId, invoice }) {
        const account = deps.accounts.get(accountId)
        return { submissionId: account && invoice !== '' ? earlierOf(account, invoice) : null }
      },
      invoices: ({ accountId }) => ({ invoices: deps.queries.newestSubjects(accountId, 'dispute.create') }),
      customers: ({ accountId, text }) => ({
        customers: deps.queries.customersLike(accountId, text).flatMap(({ payload, createdAt }) =>
          payload.kind === 'dispute'
            ? [
                {
                  name: payload.dispute.customerName,
                  email: payload.dispute.customerEmail,
                  invoice: payload.dispute.invoice,
                  at: new Date(createdAt).toISOString(),
                },
              ]
            : [],
        ),
      }),
      async review({ draftId }) {
        const draft = draftWithId(draftId)
        const { account, dispute } = complete(draft)
        const attachment = await checkedAttachment(draft, account)
        const earlier = earlierOf(account, dispute.invoice)
        return {
          destination: destinationView(account, deps.endpointOf(account)),
          attachment,
          warnings: [
            ...(await deps.colleagues(draftId, account, { kind: 'dispute', dispute })),
            ...blanksLeft(dispute.message),
            ...(earlier
              ? [
                  {
                    message: { id: 'review.invoiceDisputedBefore', values: { invoice: dispute.invoice } } as const,
                    submissionId: earlier,
                  },
                ]
              : []),
            ...(attachment && attachment.bytes > warnFileBytes
              ? [{ message: { id: 'review.largeFile' } as const, submissionId: null }]
              : []),
            ...(attachment?.doubt
              ? [{ message: { id: `attachment.doubt.${attachment.doubt}` } as const, submissionId: null }]
              : []),
          ],
        }
      },
      async submit({ draftId }) {
        const draft = deps.drafts.get(draftId)
        if (draft) await checkedAttachment(draft, complete(draft).account)
        return deps.file(draftId, (current) => {
          const { account, dispute } = complete(current)
          return { account, payload: { kind: 'dispute', dispute } }
        })
      },
    },
  }
}
