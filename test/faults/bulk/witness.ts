import { existsSync } from 'node:fs'
import path from 'node:path'
import { isProcessed, type Arrival } from '../harness/vendor.ts'
import type { Finding } from '../kill/witness.ts'
import { canaryMarker, isCanary, type BulkEvent, type SeenRun } from './orders.ts'
import type { RowCopy, RunCopy, RunsCopy } from './run-copy.ts'
import { undoOf, type PlayedRow, type PlayedTable } from './table.ts'

/** What was found at one place of a kill. */
export interface Tally {
  kills: number
  findings: Finding[]
  mostUnknown: number
  /** How often the desk had to live with a write that failed. */
  troubles: number
  /** It had to, or nothing was tried. */
  mustFail: boolean
}

const started = new Set(['sending', 'paused', 'stopped', 'done'])

/** What the app has to show of a run after it was opened, given what a crash left of its rows. */
function countsOf(rows: readonly RowCopy[]) {
  const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length
  return {
    total: rows.length,
    sent: of('sent'),
    rejected: of('rejected'),
    unknown: of('unknown', 'sending'),
    left: of('queued', 'held'),
    notSent: of('withdrawn'),
    closed: of('closed'),
  }
}

/**
 * Holds the ledger that a kill left, and what the app says of it afterwards, to what the table asks for and what the vendor
 * got. It knows nothing of how a run is sent.
 */
export class RunWitness {
  readonly tallies = new Map<string, Tally>()
  /** The ledger as the last kill left it. */
  copy: RunsCopy = { integrity: 'ok', runs: [], rows: [], attachments: new Set() }
  readonly #expected: Record<'run' | 'undo', Map<number, PlayedRow>>
  readonly #connections: number
  #point = ''
  #life = ''
  #from = 0

  constructor(table: PlayedTable, connections: number) {
    const byRow = (rows: readonly PlayedRow[]) => new Map(rows.map((row) => [row.row, row]))
    this.#expected = { run: byRow(table.rows), undo: byRow(undoOf(table)) }
    this.#connections = connections
  }

  find(kind: Finding['kind'], text: string): void {
    this.#tally.findings.push({ kind, text })
  }

  get #tally(): Tally {
    const tally = this.tallies.get(this.#point) ?? { kills: 0, findings: [], mostUnknown: 0, troubles: 0, mustFail: false }
    this.tallies.set(this.#point, tally)
    return tally
  }

  /** A life begins that will be killed there; the vendor has had so many requests. */
  begin(point: string, life: string, arrived: number): void {
    this.#point = point
    this.#life = life
    this.#from = arrived
  }

  hear(event: BulkEvent, troubleExpected = false): void {
    if (event.type === 'trouble') this.#tally.troubles += 1
    if (event.type === 'trouble' && !troubleExpected) this.find('other', event.text)
    if (event.type === 'opened') this.#examineShown(event.runs, started)
    if (event.type === 'asked') this.#examineShown(event.runs, new Set(['sending', 'paused']))
  }

  /** What the app shows of runs that a kill left in these states: it asks before a run goes on, and its numbers are the ledger's. */
  #examineShown(shown: readonly SeenRun[], states: ReadonlySet<string>): void {
    for (const run of this.copy.runs.filter(({ discarded, state }) => !discarded && states.has(state))) {
      const seen = shown.find(({ id }) => id === String(run.id))
      const asks = run.state === 'sending' || run.state === 'paused'
      if (!seen?.progress) {
        this.find('lost', `run ${run.id}`)
        continue
      }
      if (asks && seen.state !== 'paused') this.find('other', `a run goes on as ${seen.state} before anyone was asked`)
      const { rate: _, secondsLeft: _seconds, waiting: _waiting, ...numbers } = seen.progress
      const counts = countsOf(this.copy.rows.filter(({ runId }) => runId === run.id))
      const sum = numbers.sent + numbers.rejected + numbers.unknown + numbers.left + numbers.notSent + numbers.closed
      const same = Object.entries(counts).every(([key, count]) => numbers[key as keyof typeof numbers] === count)
      if (sum !== numbers.total || !same)
        this.find('numbers', `shows ${JSON.stringify(numbers)}, the ledger has ${JSON.stringify(counts)}`)
    }
  }

  /** A life ended at a write that failed, as it may where that is the ledger's opening. */
  hearEnd(): void {
    this.#tally.troubles += 1
  }

  /** Writes fail at this point. */
  expectTrouble(): void {
    this.#tally.mustFail = true
  }

  /** After a life, when nothing is on its way any more. */
  examine(copy: RunsCopy, arrivals: readonly Arrival[], folder: string, killed: boolean): void {
    const before = new Map(this.copy.runs.map(({ id, state }) => [id, state]))
    this.copy = copy
    const tally = this.#tally
    if (killed) tally.kills += 1
    if (copy.integrity !== 'ok') this.find('damaged', copy.integrity)
    const sending = copy.rows.filter(({ state }) => state === 'sending').length
    tally.mostUnknown = Math.max(tally.mostUnknown, sending)
    if (sending > this.#connections) this.find('unknown', `${sending} under way`)
    this.#examineAsking(arrivals)
    const came = Map.groupBy(arrivals, ({ marker }) => marker)
    const known = new Set<string>()
    for (const run of copy.runs) {
      const rows = copy.rows.filter(({ runId }) => runId === run.id)
      this.#examineRun(run, rows)
      // A stop is finished before anything else is done with its run.
      const isRetried = before.get(run.id) === 'stopped' && (run.state === 'columns' || run.state === 'checked')
      if (isRetried && rows.some(({ state }) => state === 'queued')) this.find('other', 'rows that a stop kept here still wait')
      for (const row of rows) this.#examineRow(row, came.get(row.marker) ?? [], folder)
      if (run.round > 1 || started.has(run.state)) for (const { marker } of rows) known.add(marker)
    }
    for (const marker of came.keys()) {
      if (!isCanary(marker) && !known.has(marker)) this.find('other', `${marker} arrived and is no row of a run`)
    }
    this.#examineOrder(arrivals)
  }

  /** In every life a single item went out and came back before a person let the run go on: no row left before it. */
  #examineAsking(arrivals: readonly Arrival[]): void {
    const lately = arrivals.slice(this.#from)
    const asked = lately.findIndex(({ marker }) => marker === canaryMarker(this.#life))
    const first = lately.findIndex(({ marker }) => !isCanary(marker))
    if (first !== -1 && (asked === -1 || first < asked))
      this.find('other', `${lately[first]?.marker} left before anyone was asked`)
  }

  #examineRun(run: RunCopy, rows: readonly RowCopy[]): void {
    if (run.discarded || (run.round === 1 && !started.has(run.state))) return
    const expected = this.#expected[run.undoes === null ? 'run' : 'undo']
    const there = new Map(rows.map((row) => [row.row, row]))
    if (rows.length !== there.size) this.find('twice', `${rows.length - there.size} rows are there twice`)
    const missing = [...expected.values()].filter(({ row, marker }) => there.get(row)?.marker !== marker)
    if (missing.length > 0) this.find('lost', `${missing.length} rows of run ${run.id} (${run.state}), as ${missing[0]?.marker}`)
    if (there.size > expected.size) this.find('other', `${there.size - expected.size} rows that nobody asked for`)
  }

  #examineRow({ runId, row, marker, state, uncertain, attachmentId }: RowCopy, came: readonly Arrival[], folder: string): void {
    const isUndo = this.copy.runs.some(({ id, undoes }) => id === runId && undoes !== null)
    const played = this.#expected[isUndo ? 'undo' : 'run'].get(row)
    const done = came.filter(isProcessed).length
    const isCreate = played?.kind === 'note.create' || played?.kind === 'dispute.create'
    if (isCreate && done > 1) this.find('twice', `${marker} arrived ${done} times`)
    if (state === 'sent' && done === 0) this.find('lost', `${marker} counts as sent and never arrived`)
    if (state === 'rejected' && came.every(({ reaction }) => reaction.answer !== 400))
      this.find('other', `${marker} was refused by nobody`)
    if (['queued', 'held', 'withdrawn', 'rejected'].includes(state) && !uncertain && done > 0)
      this.find('lost', `${marker} arrived and counts as ${state}`)
    if (came.some(({ fileSha256 }) => fileSha256 !== (played?.fileSha256 ?? null)))
      this.find('other', `${marker} arrived with another file`)
    const stored = ['sealed', 'plain'].some((end) => existsSync(path.join(folder, 'attachments', `${attachmentId}.${end}`)))
    if (attachmentId !== null && !stored) this.find('lost', `the file of ${marker}`)
  }

  /** Per note, nothing arrives after what stands further down in the table. */
  #examineOrder(arrivals: readonly Arrival[]): void {
    const places = new Map([...this.#expected.run.values()].map(({ marker, row }) => [marker, row]))
    const newest = new Map<string, number>()
    for (const { sale, marker } of arrivals) {
      const place = places.get(marker)
      if (sale === null || place === undefined) continue
      if (place < (newest.get(sale) ?? 0)) this.find('other', `${marker} arrived after a later row for its note`)
      newest.set(sale, Math.max(place, newest.get(sale) ?? 0))
    }
  }

  /** Once everything is decided and finished: each row arrived, and no create more than once. */
  close(arrivals: readonly Arrival[]): void {
    const came = Map.groupBy(arrivals.filter(isProcessed), ({ marker }) => marker)
    for (const run of this.copy.runs.filter(({ discarded }) => !discarded)) {
      if (run.state !== 'done') this.find('other', `the run ended as ${run.state}`)
      const rows = this.copy.rows.filter(({ runId }) => runId === run.id)
      const open = rows.filter(({ state }) => state !== 'sent' && state !== 'closed')
      if (open.length > 0) this.find('lost', `${open.length} rows are left ${open[0]?.state}`)
      const never = rows.filter(({ state, marker }) => state === 'sent' && !came.has(marker))
      if (never.length > 0) this.find('lost', `${never.length} rows never arrived`)
    }
  }
}
