import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newestFirst, type HistoryFilter, type HistoryOrder } from '#shared/domain/history-filter.ts'
import { recordsOf } from '#main/desk/store.ts'
import { threadSearcher } from '#main/storage/history-search/searcher.ts'
import type { PageEnd } from '#main/storage/history-search/search.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { verdict, type Figure } from './figures.ts'
import { accounts, halfWord, perDay, start, writeYears } from './desk/years.ts'
import { seeded } from '#test/faults/harness/random.ts'

/** Twenty years of ten thousand items a week; BENCH_ITEMS for another size. */
const sizes = (process.env['BENCH_ITEMS'] ?? '100000,1000000').split(',').map(Number)
const rounds = 60
const key = Buffer.alloc(32, 'bench')
const everything: HistoryFilter = { search: '', kinds: [], states: [] }
const dayMs = 86_400_000

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN

interface Asked {
  what: string
  filter(round: number, items: number): Partial<HistoryFilter>
  order?: HistoryOrder
}

const random = seeded(3)
const cases: Asked[] = [
  { what: 'everything', filter: () => ({}) },
  { what: 'a number', filter: (_, items) => ({ search: String(10_000_000 + random.below(items)) }) },
  { what: 'a word that no item has', filter: (round) => ({ search: `niemand ${round}` }) },
  { what: 'words that half of them have', filter: () => ({ search: halfWord }) },
  {
    what: 'those, and a state that none of them is in (one in twenty)',
    filter: () => ({ search: halfWord, states: ['rejected'] }),
  },
  { what: 'those, and a state that none of them is in (one in eight)', filter: () => ({ search: halfWord, states: ['closed'] }) },
  { what: 'a name, a kind and a state', filter: () => ({ search: 'zoë', kinds: ['dispute.create'], states: ['rejected'] }) },
  { what: 'a state and an account', filter: () => ({ states: ['rejected'], accountId: accounts[1] }) },
  { what: 'a state that none is in', filter: () => ({ states: ['unknown'] }) },
  { what: 'three weeks and a customer', filter: (_, items) => week(items, 3, 'jansen') },
  { what: 'ten years and a word', filter: (_, items) => week(items, 520, 'creditnota') },
  { what: 'two letters', filter: () => ({ search: 'ja' }) },
  { what: 'one letter, and a state', filter: () => ({ search: 'v', states: ['rejected'] }) },
  { what: 'a customer, sorted by number', filter: () => ({ search: 'zoë.vos' }), order: { by: 'subject', descending: false } },
]

function week(items: number, count: number, search: string): Partial<HistoryFilter> {
  const end = start + Math.floor(items / perDay / 2) * dayMs
  return { search, from: new Date(end - count * 7 * dayMs).toISOString(), before: new Date(end).toISOString() }
}

async function measureOf(items: number): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-desk-bench-'))
  const file = path.join(folder, 'ledger.sqlite')
  try {
    const seeding = openLedger(file, key)
    // Only what is measured has to wait for the disk.
    seeding.db.exec('PRAGMA synchronous = OFF')
    writeYears(seeding, items)
    seeding.close()
    const label = `${items.toLocaleString('en')} items`
    const opens = Array.from({ length: 5 }, () => {
      const started = performance.now()
      const opened = openLedger(file, key)
      const took = performance.now() - started
      opened.close()
      return took
    })
    const ledger = openLedger(file, key)
    const { queries } = recordsOf(ledger)
    const searcher = threadSearcher(file, key)
    await searcher.page({ filter: everything, after: null, limit: 100 })
    const figures: Figure[] = [
      {
        case: 'desk',
        what: `${label}, opening the ledger (5 rounds)`,
        measured: `${at(opens, 0.5).toFixed(0)} ms`,
        against: `${(statSync(file).size / 1024 ** 2).toFixed(0)} MB`,
        ratio: '—',
        target: '≤ 150 ms',
        verdict: verdict(at(opens, 0.5) <= 150),
      },
    ]
    for (const { what, filter, order = newestFirst } of cases) {
      const first: number[] = []
      const next: number[] = []
      const own: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const asked = { ...everything, ...filter(round, items) }
        let after: PageEnd | null = null
        for (const times of [first, next]) {
          const started = performance.now()
          const page = await searcher.page({ filter: asked, order, after, limit: 100 })
          times.push(performance.now() - started)
          const reading = performance.now()
          queries.bySeqs(page.found.map(({ seq }) => seq))
          own.push(performance.now() - reading)
          after = page.end
          if (!after) break
        }
      }
      const pages = [...first, ...next]
      figures.push({
        case: 'desk',
        what: `${label}, ${what}: a page off main's thread, p99 (${pages.length} pages)`,
        measured: `${at(pages, 0.99).toFixed(1)} ms`,
        against: `p50 ${at(pages, 0.5).toFixed(1)} ms; in main's own, p99 ${at(own, 0.99).toFixed(1)} ms`,
        ratio: '—',
        target: '≤ 30 ms, ≤ 16 ms',
        verdict: verdict(at(pages, 0.99) <= 30 && at(own, 0.99) <= 16),
      })
    }
    await searcher.close()
    ledger.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** History as a desk has it after years: how long opening it, a search and a page take. */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const items of sizes) figures.push(...(await measureOf(items)))
  return figures
}
