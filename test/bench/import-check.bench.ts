import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { xlsxBytes } from '#main/bulk/writing/xlsx.ts'
import { median, verdict, type Figure } from './figures.ts'
import type { ImportCost } from './import-check/check-file.ts'

const rounds = 5
const megabyte = 1_000_000
const csvRows = 100_000
const xlsxRows = 25_000
const allowed = { ratio: 3, bytes: 150 * megabyte }

const header = ['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Factuurnummer', 'Datum', 'Klant', 'Bedrag']
const methods = ['IDE', 'MRC', 'BWI', 'CRC', 'DRD', 'PSC', 'SOF', 'AFP']

/** A month of sales, as a web shop exports them. */
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    '12345',
    String(10_000_000 + at),
    methods[at % methods.length] ?? '',
    `2026${String(at).padStart(6, '0')}`,
    `2026-03-${String((at % 28) + 1).padStart(2, '0')}`,
    `"Jansen, ${at} B.V."`,
    ((at % 1000) / 100).toFixed(2),
  ])
const csvOf = (rows: readonly (readonly string[])[]) =>
  `\ufeff${[header, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`

/** Each measurement in a process of its own, so that none finds its code warm or its memory used. */
async function run<T>(script: string, path: string): Promise<T> {
  const child = fork(join(import.meta.dirname, 'import-check', script), [path])
  const exited = once(child, 'exit')
  const [message] = await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`${script} ended with ${code}`)
    }),
  ])
  await exited
  return message as T
}

const mb = (bytes: number) => `${(bytes / megabyte).toFixed(0)} MB`

function memory(what: string, costs: readonly ImportCost[]): Figure {
  const grown = median(costs.map(({ idleBytes, peakBytes }) => peakBytes - idleBytes))
  return {
    case: 'import-check',
    what: `peak memory of ${what} (${rounds} rounds)`,
    measured: `+${mb(grown)}`,
    against: `${mb(median(costs.map(({ idleBytes }) => idleBytes)))} idle`,
    ratio: '—',
    target: `≤ +${mb(allowed.bytes)}`,
    verdict: verdict(grown <= allowed.bytes),
  }
}

function time(what: string, ours: readonly number[], theirs: readonly number[], against: string): Figure {
  // Each round beside its own: what else the machine did then, it did to both.
  const ratio = median(ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN)))
  return {
    case: 'import-check',
    what: `${what} (${rounds} rounds)`,
    measured: `${median(ours).toFixed(0)} ms`,
    against: `${median(theirs).toFixed(0)} ms for ${against}`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: `≤ ${allowed.ratio} ×`,
    verdict: verdict(ratio <= allowed.ratio),
  }
}

/** From a file to the counts of the Check screen: how much longer than its parser alone, and in how much memory. */
export async function measure(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-bench-'))
  try {
    const [even, ragged, xlsx] = ['even.csv', 'ragged.csv', 'table.xlsx'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const rows = rowsOf(csvRows)
    await writeFile(even, csvOf(rows))
    // Excel leaves out empty cells at the end of rows.
    await writeFile(ragged, csvOf(rows.map((cells) => cells.slice(0, -1))))
    await writeFile(xlsx, await xlsxBytes([[header], rows.slice(0, xlsxRows)], 'Verkopen'))
    const alone: number[] = []
    const costs: Record<'even' | 'ragged' | 'xlsx', ImportCost[]> = { even: [], ragged: [], xlsx: [] }
    for (let round = 0; round < rounds; round += 1) {
      const parsed = await run<{ ms: number; rows: number }>('parse-alone.ts', even)
      if (parsed.rows !== csvRows + 1) throw new Error(`csv-parse found ${parsed.rows} rows`)
      alone.push(parsed.ms)
      costs.even.push(await checked(even, csvRows))
      costs.ragged.push(await checked(ragged, csvRows))
      costs.xlsx.push(await checked(xlsx, xlsxRows))
    }
    const ms = (of: readonly ImportCost[]) => of.map((cost) => cost.ms)
    return [
      time('import + check of 100,000 CSV rows', ms(costs.even), alone, 'csv-parse alone'),
      time('the same of rows shorter than the header', ms(costs.ragged), alone, 'csv-parse alone'),
      memory('import + check of 100,000 CSV rows', costs.even),
      memory('import + check of 25,000 XLSX rows', costs.xlsx),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function checked(path: string, rows: number): Promise<ImportCost> {
  const cost = await run<ImportCost>('check-file.ts', path)
  if (cost.rows !== rows || cost.good !== rows) throw new Error(`${cost.good} of ${cost.rows} rows are good in ${path}`)
  return cost
}
