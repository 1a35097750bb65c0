import { practisesHere } from '#shared/domain/practises-here.ts'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import { completeNoteSchema, type CompleteNote, type NoteDraftFields } from '#shared/vendors/digiwallet/sale-note.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import type { noteContract } from '#shared/vendors/digiwallet/contract.ts'
import { digiwallet } from '#shared/vendors/digiwallet/index.ts'
import { gone, invalidInput } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredDraft } from '../../storage/draft-records.ts'
import type { ListedSubmission } from '../../storage/submission-queries.ts'
import { noteKey } from '#shared/vendors/digiwallet/note-key.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import { destinationView } from '../../views/destination.ts'
import { blanksLeft } from '../blanks-left.ts'
import type { VendorDeps } from '../vendor.ts'
import { checkAccount } from './check-account.ts'
import { exampleSales } from './practice/example-sales.ts'

/** DigiWallet forces `test` for an outlet in test mode and does not say so; the ledger records what will be true. */
const testForcedBy = (account: StoredAccount, fields: Pick<NoteDraftFields, 'outletID'>): boolean =>
  account.settings.kind === 'digiwallet' &&
  account.settings.outlets.some(({ id, testMode }) => testMode && id === fields.outletID.trim())

const textOf = (item: ListedSubmission | null): string | null =>
  item?.payload.kind === 'note' && item.payload.action !== 'delete' ? (item.payload.text ?? null) : null

/** Notes on sales: checked as the wire needs them, filed into the outbox, and remembered as far as this app sent them. */
export function noteHandlers(deps: VendorDeps): Handlers<typeof noteContract> {
  function complete(draft: StoredDraft): { account: StoredAccount; note: CompleteNote; forced: boolean } {
    const account = deps.accounts.get(draft.accountId)
    if (draft.kind !== 'note' || !account || account.archivedAt !== null) throw gone()
    const forced = testForcedBy(account, draft.fields)
    const parsed = completeNoteSchema.safeParse(forced ? { ...draft.fields, test: true } : draft.fields)
    if (!parsed.success) throw invalidInput(parsed.error)
    return { account, note: parsed.data, forced }
  }
  function warningsFor(note: CompleteNote, key: string, newest: ListedSubmission | null, confirmed: ListedSubmission | null) {
    // Of one whose text was erased it is still known that it left.
    const last = newest ?? deps.queries.erasedOfNote(key)
    const submissionId = last?.id ?? null
    const exists = last !== null && !(last.kind === 'note.delete' && last.state === 'sent') && last.state !== 'rejected'
    const id =
      note.action === 'create'
        ? exists && 'review.noteExists'
        : newest?.state === 'unknown'
          ? 'review.newestUnknown'
          : confirmed?.kind === 'note.delete'
            ? 'review.noteDeleted'
            : newest === null && (note.action === 'update' ? 'review.replacesUnseen' : 'review.deletesUnseen')
    return id ? [{ message: { id } as const, submissionId }] : []
  }
  return {
    notes: {
      async review({ draftId }) {
        const draft = deps.drafts.get(draftId)
        if (!draft) throw gone()
        const { account, note, forced } = complete(draft)
        const key = noteKey(boundOriginOf(account.settings), note)
        const newest = deps.queries.newestOfNote(key)
        const confirmed = deps.queries.confirmedOfNote(key)
        return {
          destination: destinationView(account, deps.endpointOf(account)),
          warnings: [
            ...(await deps.colleagues(draftId, account, digiwallet.payloadOf(note))),
            ...warningsFor(note, key, newest, confirmed),
            ...(note.action === 'delete' ? [] : blanksLeft(note.text)),
          ],
          test: note.test,
          testForcedByOutlet: forced,
          lastText: textOf(confirmed),
          known: newest !== null,
          waitsForEarlier: deps.queries.holdsUpLater(key),
        }
      },
      submit({ draftId }) {
        return deps.file(draftId, (draft) => {
          const { account, note } = complete(draft)
          return { account, payload: digiwallet.payloadOf(note) }
        })
      },
      examples({ accountId }) {
        const settings = deps.accounts.get(accountId)?.settings
        return settings && practisesHere(settings) ? [...exampleSales] : []
      },
      known({ search, accountId, cursor, limit }) {
        const items = deps.queries.knownNotes({
          kind: digiwallet.kind,
          search,
          accountId: accountId ?? null,
          before: cursor === null ? null : Number(cursor),
          limit,
        })
        const last = items.at(-1)
        return {
          items: items.flatMap((item): KnownNote[] => {
            if ('damage' in item || item.payload.kind !== 'note' || item.noteKey === null) return []
            return [
              {
                accountId: item.accountId,
                accountName: item.accountName,
                environment: item.environment,
                target: item.payload.target,
                text: textOf(deps.queries.confirmedOfNote(item.noteKey)),
                newest: { submissionId: item.id, kind: item.kind, state: item.state, at: new Date(item.stateAt).toISOString() },
              },
            ]
          }),
          next: items.length === limit && last ? String(last.seq) : null,
        }
      },
      checkAccount: (input) => checkAccount(deps, input),
    },
  }
}
