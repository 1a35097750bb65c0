import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { copyUnder } from '#main/storage/ledger-seal/copy.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { median, verdict, type Figure } from './figures.ts'
import { writeHistory } from './sealed/history.ts'
import { benchKey, type SealedOrders } from './sealed/orders.ts'
import type { Work } from './sealed/work.ts'

/** What twenty years of ten thousand items a week come to. */
const items = Number(process.env['BENCH_ITEMS'] ?? 1_000_000)
const rounds = 5
/** A sealed ledger may take this much longer. */
const atMost = 1.1

const script = path.join(import.meta.dirname, 'sealed', 'child.ts')

async function round(orders: SealedOrders): Promise<Work> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(orders)])
  return JSON.parse(stdout) as Work
}

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN

/** What is compared, each the middle of all rounds. */
const compared: readonly { what: string; of(work: Work): number; isPromised: boolean }[] = [
  { what: 'one item in a transaction of its own, p50', of: ({ commits }) => at(commits, 0.5), isPromised: true },
  { what: 'one item in a transaction of its own, p99', of: ({ commits }) => at(commits, 0.99), isPromised: true },
  { what: '10,000 rows with try and index, 250 to a transaction', of: ({ bulk }) => bulk, isPromised: true },
  { what: 'a search by the index, p50', of: ({ searches }) => at(searches, 0.5), isPromised: true },
  { what: 'a search by the index, p95', of: ({ searches }) => at(searches, 0.95), isPromised: true },
  { what: 'a page of the list and the newest of a note, p50', of: ({ lists }) => at(lists, 0.5), isPromised: true },
  { what: 'processor time of all of these', of: ({ processor }) => processor, isPromised: true },
  { what: 'a look at every item, without an index', of: ({ scan }) => scan, isPromised: false },
]

/** The same work on the same ledger, lying open in Node's own SQLite and sealed, in turns. */
export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-sealed-'))
  try {
    const open = path.join(folder, 'open.sqlite')
    const sealed = path.join(folder, 'sealed.sqlite')
    const ledger = openLedger(open)
    // Only what is measured has to wait for the disk.
    ledger.db.exec('PRAGMA synchronous = OFF')
    writeHistory(ledger, items)
    ledger.close()
    const started = performance.now()
    copyUnder({ file: open, key: null }, { file: sealed, key: benchKey })
    const sealing = performance.now() - started
    const work: { open: Work[]; sealed: Work[] } = { open: [], sealed: [] }
    for (let turn = 0; turn < rounds; turn += 1)
      for (const kind of ['open', 'sealed'] as const) {
        const file = path.join(folder, 'round.sqlite')
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
        copyFileSync(kind === 'open' ? open : sealed, file)
        work[kind].push(await round({ file, sealed: kind === 'sealed', items, from: turn * 100_000 }))
      }
    const figures = compared.map(({ what, of, isPromised }): Figure => {
      const [before, now] = [median(work.open.map(of)), median(work.sealed.map(of))]
      return {
        case: 'sealed',
        what: `${items.toLocaleString('en')} items, ${what} (${rounds} rounds)`,
        measured: `${now.toFixed(2)} ms`,
        against: `${before.toFixed(2)} ms lying open, in node:sqlite`,
        ratio: `${(now / before).toFixed(2)} ×`,
        target: isPromised ? `≤ ${atMost.toFixed(2)} ×` : '—',
        verdict: verdict(!isPromised || now <= before * atMost),
      }
    })
    return [
      ...figures,
      {
        case: 'sealed',
        what: `sealing a ledger of ${items.toLocaleString('en')} items, once (1 round)`,
        measured: `${(sealing / 1000).toFixed(1)} s`,
        against: `${(statSync(open).size / 1024 ** 2).toFixed(0)} MB`,
        ratio: '—',
        target: '—',
        verdict: 'met',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
