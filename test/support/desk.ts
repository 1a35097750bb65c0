import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type NoteDraftFields, completeNoteSchema } from '#shared/vendors/digiwallet/sale-note.ts'
import { completeDisputeSchema } from '#shared/vendors/billink/dispute.ts'
import type { Payload } from '#shared/vendors/index.ts'
import { accountRecords, type StoredAccount } from '#main/storage/account-records.ts'
import { draftRecords, type StoredDraft } from '#main/storage/draft-records.ts'
import { attemptReads } from '#main/storage/attempt-reads.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { outboxPages } from '#main/storage/outbox-pages.ts'
import { outboxQueue } from '#main/storage/outbox-queue.ts'
import { submissionQueries } from '#main/storage/submission-queries.ts'
import { submissionRecords } from '#main/storage/submission-records.ts'
import { filing } from '#main/submissions/filing.ts'
import { Origins } from '#main/submissions/origins.ts'
import { Outbox } from '#main/submissions/outbox.ts'
import { person } from '#main/submissions/person.ts'
import { recover } from '#main/submissions/recovery.ts'
import type { Evidence, Order, Outcome } from '#main/upstream/types.ts'
import { FakeClock } from './fake-clock.ts'

const outcome = (state: Outcome['state'], extra: Partial<Outcome> = {}): Outcome => ({
  state,
  reason: { text: state },
  retryAfterMs: null,
  asks: false,
  number: null,
  head: [],
  fields: {},
  ...extra,
})

/** What a vendor, or the network on the way to it, does with a try. */
export const vendor = {
  accepts: (number = '12345') => outcome('sent', { number }),
  refuses: (fields: Outcome['fields'] = {}) => outcome('rejected', { fields }),
  findsNothing: () => outcome('rejected', { isGone: true }),
  refusesKey: () => outcome('held'),
  isSilent: () => outcome('unknown'),
  isUnreachable: () => outcome('queued'),
  isBusy: (retryAfterMs: number) => outcome('queued', { retryAfterMs }),
  hasBadCertificate: () => outcome('queued', { asks: true }),
}

const evidence: Evidence = {
  progress: 'answered',
  cause: null,
  status: 200,
  retryAfterMs: null,
  answer: null,
  vendor: { says: 'nothing' },
  request: { method: 'POST', host: 'api.test', bodyBytes: 10 },
}

/** An account with nothing left open, for a ledger that wants one. */
export const testAccount = (id: string, kind: 'billink' | 'digiwallet'): StoredAccount => ({
  id,
  settings:
    kind === 'billink'
      ? {
          kind,
          environment: 'production',
          name: 'Winkel',
          url: 'https://api.billink.nl/dispute',
          username: 'winkel',
          maxFileMegabytes: 10,
          categories: [],
          locales: [],
        }
      : {
          kind,
          environment: 'production',
          name: 'Winkel',
          url: 'https://api.digiwallet.nl',
          outlets: [],
          testDefault: 'off',
          bodyFormat: 'form',
        },
  secretOrigin: null,
  secretLastFour: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  archivedAt: null,
})

export interface DeskOptions {
  file?: string
  clock?: FakeClock
  holdSeconds?: number
  connections?: number
}

/**
 * The ledger, the outbox and a person's acts on a real SQLite file, with a clock that tests turn and a vendor that tests
 * play: `answer` decides each try, `sent` lists what reached the vendor.
 */
export function testDesk({ file, clock = new FakeClock(), holdSeconds = 10, connections = 4 }: DeskOptions = {}) {
  const folder = file ? path.dirname(file) : mkdtempSync(path.join(tmpdir(), 'balie-desk-'))
  const ledgerFile = file ?? path.join(folder, 'ledger.sqlite')
  const ledger = openLedger(ledgerFile)
  const accounts = accountRecords(ledger)
  const drafts = draftRecords(ledger)
  const records = submissionRecords(ledger)
  const queries = submissionQueries(ledger)
  for (const kind of ['billink', 'digiwallet'] as const) if (!accounts.get(kind)) accounts.save(testAccount(kind, kind))

  const sent: Payload[] = []
  const troubles: unknown[] = []
  const state = {
    /** What becomes of each try; may wait, to keep an item under way. */
    answer: (_payload: Payload, _id: string): Outcome | Promise<Outcome> => vendor.accepts(),
    /** How long key and file take to come; may wait, to let a person act meanwhile. */
    prepared: (_id: string): Promise<unknown> => Promise.resolve(),
    underWay: 0,
    most: 0,
  }
  const outcomeOfTry: Outcome[] = []
  const queue = outboxQueue(ledger)
  const reads = attemptReads(ledger)
  // Neither vendor here reads back.
  const looks = { schedule: () => undefined, drop: () => undefined, lookAgain: () => undefined }
  const pages = outboxPages(ledger)
  const origins = new Origins(clock, () => 1)
  const outbox = new Outbox({
    ledger,
    records,
    queue,
    reads,
    looks,
    origins,
    clock,
    connections,
    random: () => 1,
    onChange: () => undefined,
    onTrouble: (error) => troubles.push(error),
    async prepare(item) {
      await state.prepared(item.id)
      return {
        ready: true,
        // The vendor is played, so the secret is free to say whose try it is.
        order: { destination: { kind: 'billink', url: '', username: '' }, secret: item.id, payload: item.payload, file: null },
        request: { method: 'POST', host: 'api.test' },
      }
    },
    transmitter: {
      async transmit(order: Order) {
        sent.push(order.payload)
        state.underWay += 1
        state.most = Math.max(state.most, state.underWay)
        const result = await state.answer(order.payload, order.secret)
        state.underWay -= 1
        outcomeOfTry.push(result)
        const isUnsent = result.state === 'queued' && result.retryAfterMs === null
        const reached = isUnsent ? ({ progress: 'nothing-sent', status: null } as const) : {}
        return { ...evidence, ...reached, answer: String(outcomeOfTry.length - 1) }
      },
    },
    decideOutcome: ({ answer }) => outcomeOfTry[Number(answer)] ?? vendor.isSilent(),
  })
  const files = filing({ ledger, drafts, records, outbox, clock, holdSeconds: () => holdSeconds })
  const acts = person({ ledger, drafts, records, queue, origins, outbox, looks, clock })

  let count = 0
  const draft = (
    content:
      | Pick<Extract<StoredDraft, { kind: 'note' }>, 'kind' | 'fields'>
      | Pick<Extract<StoredDraft, { kind: 'dispute' }>, 'kind' | 'fields'>,
  ) => {
    count += 1
    const id = `draft-${count}-${clock.now()}`
    const common = {
      id,
      attachmentId: null,
      refusal: null,
      sourceId: null,
      revision: 1,
      createdAt: clock.now(),
      updatedAt: clock.now(),
    }
    drafts.insert({ ...common, ...content, accountId: content.kind === 'dispute' ? 'billink' : 'digiwallet' })
    return id
  }
  const payloadOf = (stored: StoredDraft): Payload => {
    if (stored.kind === 'dispute') return { kind: 'dispute', dispute: completeDisputeSchema.parse(stored.fields) }
    const { action, outletID, saleID, paymentMethodCode, test, ...rest } = completeNoteSchema.parse(stored.fields)
    return {
      kind: 'note',
      action,
      target: { outletID, saleID, paymentMethodCode, test },
      ...('text' in rest ? { text: rest.text } : {}),
    }
  }
  const accountOf = (stored: StoredDraft) => {
    const account = accounts.get(stored.accountId)
    if (!account) throw new Error('no account')
    return account
  }
  return {
    ledger,
    accounts,
    drafts,
    records,
    queries,
    queue,
    pages,
    origins,
    outbox,
    clock,
    sent,
    troubles,
    person: acts,
    ledgerFile,
    /** The most tries that were under way at once. */
    most: () => state.most,
    /** Sets what becomes of the next tries. */
    whenAsked(answer: (payload: Payload, id: string) => Outcome | Promise<Outcome>) {
      state.answer = answer
    },
    /** Sets how long the next tries are prepared. */
    whenPreparing(prepared: (id: string) => Promise<unknown>) {
      state.prepared = prepared
    },
    draftNote: (fields: Partial<NoteDraftFields> = {}) =>
      draft({
        kind: 'note',
        fields: {
          action: 'create',
          outletID: '12345',
          saleID: '1001',
          paymentMethodCode: 'IDE',
          text: 'Factuur 1',
          test: false,
          ...fields,
        },
      }),
    draftDispute: (invoice = 'F-1') =>
      draft({
        kind: 'dispute',
        fields: {
          invoice,
          customerName: 'Jan',
          customerEmail: 'jan@example.nl',
          category: 'retour',
          locale: 'nl',
          message: 'Hallo',
        },
      }),
    file: (draftId: string) => files.file(draftId, (stored) => ({ account: accountOf(stored), payload: payloadOf(stored) })),
    stateOf: (id: string) => records.get(id)?.state,
    /** Single items in this state, the oldest first. */
    inState: (wanted: 'queued' | 'unknown') =>
      pages.page(null, 10_000).items.flatMap((item) => (item.state === wanted ? (records.get(item.id) ?? []) : [])),
    recover: () => recover(ledger, records, clock.now()),
    close() {
      ledger.close()
      if (!file) rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type TestDesk = ReturnType<typeof testDesk>
