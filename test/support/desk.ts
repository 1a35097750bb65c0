import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { recordsOf, type Records } from '#main/desk/store.ts'
import { singleItems } from '#main/desk/single-items.ts'
import type { StoredAccount } from '#main/storage/account-records.ts'
import type { StoredDraft } from '#main/storage/draft-records.ts'
import { historySearch, type SearchAsked } from '#main/storage/history-search/search.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { newDraft } from '#main/storage/new-draft.ts'
import type { Clock } from '#main/submissions/clock.ts'
import { keptByTeam } from '#main/submissions/preparation.ts'
import { recover } from '#main/submissions/recovery.ts'
import { kinds } from '#shared/domain/kinds.ts'
import type { NoteDraftFields } from '#shared/vendors/digiwallet/sale-note.ts'
import { sharedVendorOf, type Payload, type Typed } from '#shared/vendors/index.ts'
import type { createTeam } from '#main/team/team.ts'
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
  /** Joins a team, given what is stored and how accounts are held back. */
  join?(stored: Records, hold: Team['hold'], clock: Clock): Team['team']
}

interface Team {
  team: ReturnType<typeof createTeam>
  hold: Parameters<typeof createTeam>[0]['hold']
}

/**
 * The ledger, the outbox and a person's acts on a real SQLite file, with a clock that tests turn and a vendor that tests
 * play: `answer` decides each try, `sent` lists what reached the vendor.
 */
export function testDesk({ file, clock = new FakeClock(), holdSeconds = 10, connections = 4, join }: DeskOptions = {}) {
  const folder = file ? path.dirname(file) : mkdtempSync(path.join(tmpdir(), 'balie-desk-'))
  const ledgerFile = file ?? path.join(folder, 'ledger.sqlite')
  const ledger = openLedger(ledgerFile)
  const all = recordsOf(ledger)
  const { accounts, drafts, records, queries, queue, pages } = all
  for (const kind of ['billink', 'digiwallet'] as const) if (!accounts.get(kind)) accounts.save(testAccount(kind, kind))

  const search = historySearch(ledger.db)
  const sent: Payload[] = []
  const troubles: unknown[] = []
  const state = {
    /** What becomes of each try; may wait, to keep an item under way. */
    answer: (_payload: Payload, _id: string): Outcome | Promise<Outcome> => vendor.accepts(),
    /** How long key and file take to come; may wait, to let a person act meanwhile. */
    prepared: (_id: string): Promise<unknown> => Promise.resolve(),
    underWay: 0,
    most: 0,
    hasMoved: false,
  }
  const outcomeOfTry: Outcome[] = []
  const team = join?.(all, (held) => origins.hold(held), clock)
  const singles = singleItems({
    ledger,
    ...(team && { team: team.lease, onFiled: team.filed, onSentOn: team.sentOn }),
    stored: all,
    clock,
    connections,
    random: () => 1,
    holdSeconds: () => holdSeconds,
    look: () => Promise.reject(new Error('Nothing is looked up here.')),
    settleAfterMs: 0,
    onLook: () => undefined,
    onLookTrouble: (error) => troubles.push(error),
    onChange: () => team?.changed(),
    onTrouble: (error) => troubles.push(error),
    async prepare(item) {
      await state.prepared(item.id)
      if (state.hasMoved) return { ready: false, state: 'asks', reason: { id: 'outbox.accountMoved' } }
      const kept = team && keptByTeam(await team.ask(item))
      if (kept) return kept
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
  const { origins, outbox, person: acts, filing: files } = singles

  let count = 0
  const draft = (content: Typed) => {
    count += 1
    const accountId = kinds[content.kind].vendor
    const id = `draft-${count}-${clock.now()}`
    drafts.insert({ ...newDraft(accountId, clock.now()), ...content, id })
    return id
  }
  const payloadOf = ({ kind, fields }: StoredDraft): Payload => {
    const { complete, payloadOf: made } = sharedVendorOf(kind)
    return made(complete.parse(fields))
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
    /** A page of history, with its items. */
    found(asked: SearchAsked) {
      const page = search.page(asked)
      return { ...page, items: queries.bySeqs(page.found.map(({ seq }) => seq)) }
    },
    /** The most tries that were under way at once. */
    most: () => state.most,
    /** Sets what becomes of the next tries. */
    whenAsked(answer: (payload: Payload, id: string) => Outcome | Promise<Outcome>) {
      state.answer = answer
    },
    /** Every account has another address from now on. */
    accountMoved() {
      state.hasMoved = true
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
