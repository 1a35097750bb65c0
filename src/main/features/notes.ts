import type { KnownNote } from '#shared/domain/known-note.ts'
import { completeNoteSchema, type CompleteNote, type ExampleSale, type NoteDraftFields } from '#shared/domain/sale-note.ts'
import type { Payload } from '#shared/domain/submission.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { gone, invalidInput } from '../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../storage/account-records.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import type { ListedSubmission, SubmissionQueries } from '../storage/submission-queries.ts'
import type { Filing } from '../submissions/filing.ts'
import { noteKey } from '../submissions/note-key.ts'
import { boundOriginOf } from '../submissions/bound-origin.ts'
import { destinationView } from '../views/destination.ts'
import type { Summaries } from '../views/summaries.ts'

export interface NotesDeps {
  drafts: DraftRecords
  accounts: AccountRecords
  queries: Pick<SubmissionQueries, 'newestOfNote' | 'confirmedOfNote' | 'knownNotes'>
  filing: Filing
  summaries: Summaries
  endpointOf(account: StoredAccount): string | null
  onChange(ids: string[]): void
  /** The practice environment's sales. */
  exampleSales: readonly ExampleSale[]
}

/** DigiWallet forces `test` for an outlet in test mode and does not say so; the ledger records what will be true. */
const testForcedBy = (account: StoredAccount, fields: Pick<NoteDraftFields, 'outletID'>): boolean =>
  account.settings.kind === 'digiwallet' &&
  account.settings.outlets.some(({ id, testMode }) => testMode && id === fields.outletID.trim())

const textOf = (item: ListedSubmission | null): string | null =>
  item?.payload.kind === 'note' && item.payload.action !== 'delete' ? (item.payload.text ?? null) : null

const payloadOf = (note: CompleteNote): Payload => {
  const { outletID, saleID, paymentMethodCode, test } = note
  const target = { outletID, saleID, paymentMethodCode, test }
  return { kind: 'note', action: note.action, target, ...(note.action === 'delete' ? {} : { text: note.text }) }
}

/** An item that has to be finished before a later one for the same note leaves (storage/item-rules.ts has it in SQL). */
const holdsUp = ({ state, kind, repeating }: ListedSubmission): boolean =>
  ['sending', 'held'].includes(state) || (state === 'queued' && !repeating) || (state === 'unknown' && kind === 'note.create')

/** Notes on sales: checked as the wire needs them, filed into the outbox, and remembered as far as this app sent them. */
export function notes(deps: NotesDeps): GroupHandlers<(typeof contract)['notes']> {
  function complete(draft: StoredDraft): { account: StoredAccount; note: CompleteNote; forced: boolean } {
    const account = deps.accounts.get(draft.accountId)
    if (draft.kind !== 'note' || !account || account.archivedAt !== null) throw gone()
    const forced = testForcedBy(account, draft.fields)
    const parsed = completeNoteSchema.safeParse(forced ? { ...draft.fields, test: true } : draft.fields)
    if (!parsed.success) throw invalidInput(parsed.error)
    return { account, note: parsed.data, forced }
  }
  function warningsFor(note: CompleteNote, newest: ListedSubmission | null, confirmed: ListedSubmission | null) {
    const submissionId = newest?.id ?? null
    const exists = newest !== null && !(newest.kind === 'note.delete' && newest.state === 'sent') && newest.state !== 'rejected'
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
    review({ draftId }) {
      const draft = deps.drafts.get(draftId)
      if (!draft) throw gone()
      const { account, note, forced } = complete(draft)
      const key = noteKey(boundOriginOf(account.settings), note)
      const newest = deps.queries.newestOfNote(key)
      const confirmed = deps.queries.confirmedOfNote(key)
      return {
        destination: destinationView(account, deps.endpointOf(account)),
        warnings: warningsFor(note, newest, confirmed),
        test: note.test,
        testForcedByOutlet: forced,
        lastText: textOf(confirmed),
        known: newest !== null,
        waitsForEarlier: newest !== null && holdsUp(newest),
      }
    },
    submit({ draftId }) {
      const item = deps.filing.file(draftId, (draft) => {
        const { account, note } = complete(draft)
        return { account, payload: payloadOf(note) }
      })
      deps.onChange([item.id])
      return deps.summaries.of(item.id)
    },
    examples({ accountId }) {
      const settings = deps.accounts.get(accountId)?.settings
      return settings?.environment === 'practice' && settings.url === null ? [...deps.exampleSales] : []
    },
    known({ search, accountId, cursor, limit }) {
      const items = deps.queries.knownNotes({
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
  }
}
