import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, bundleFolder } from '#test/support/bundles.ts'
import type { AppCost } from './bulk-send/app.ts'
import { writeNotes } from './bulk-send/notes.ts'
import { againstPeers } from './bulk-send/peer-figures.ts'
import { installPeers } from './bulk-send/peers.ts'
import { runApp, runRaw, startVendor, type BenchVendor } from './bulk-send/processes.ts'
import { median, verdict, type BenchOptions, type Figure } from './figures.ts'

const rows = 10_000
const largeRows = 100_000
const megabyte = 1_000_000
const allowed = { bytes: 150 * megabyte, delayMs: 30 }

interface Bench {
  folder: string
  vendor: BenchVendor
  app: string
  raw: string
}

interface Comparison {
  latencyMs: number
  connections: number
  rounds: number
  target: number
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const mb = (bytes: number) => `${(bytes / megabyte).toFixed(0)} MB`
const noPeers = 'left out with --without-peers'

/** The app sends as it ships; undici's pool sends the same without writing anything down. In turn, so that what else the machine does weighs on both. */
async function againstRaw({ folder, vendor, app, raw }: Bench, csv: string, comparison: Comparison) {
  const { latencyMs, connections, rounds, target } = comparison
  const rounded: { ours: AppCost; rawMs: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { ms: rawMs } = await vendor.expect(rows, latencyMs, () => runRaw(raw, vendor.url, csv, connections))
    const job = { url: vendor.url, csv, connections }
    const ours = await vendor.expect(rows, latencyMs, () => runApp(app, folder, job))
    rounded.push({ ours, rawMs })
  }
  const ratio = median(rounded.map(({ ours, rawMs }) => rawMs / ours.ms))
  const middle = (of: (cost: AppCost) => number) => median(rounded.map(({ ours }) => of(ours)))
  const figure: Figure = {
    case: 'bulk-send',
    what: `10,000 notes, ${connections} connections, ${latencyMs} ms latency (${rounds} rounds)`,
    measured: `${seconds(middle(({ ms }) => ms))}, of which sending ${seconds(middle(({ sendingMs }) => sendingMs))}`,
    against: `${seconds(median(rounded.map(({ rawMs }) => rawMs)))} for undici's pool, nothing written down`,
    ratio: `${ratio.toFixed(2)} of its rate`,
    target: `≥ ${target}`,
    verdict: verdict(ratio >= target),
  }
  return { figure, costs: rounded.map(({ ours }) => ours) }
}

/** What the screens would notice of it. */
function delay(costs: readonly AppCost[]): Figure {
  const p99 = median(costs.map(({ delayP99Ms }) => delayP99Ms))
  return {
    case: 'bulk-send',
    what: `main's event-loop delay meanwhile, p99 (16 connections, 0 ms, ${costs.length} rounds)`,
    measured: `${p99.toFixed(1)} ms`,
    against: `${median(costs.map(({ delayMaxMs }) => delayMaxMs)).toFixed(0)} ms at most`,
    ratio: '—',
    target: `≤ ${allowed.delayMs} ms`,
    verdict: verdict(p99 <= allowed.delayMs),
  }
}

/** How much more than an idle app one needs that imports, checks and sends the largest table. */
async function memory({ folder, vendor, app }: Bench, rounds: number): Promise<Figure> {
  const csv = join(folder, 'large.csv')
  await writeNotes(csv, largeRows)
  const job = { url: vendor.url, csv, connections: 16 }
  const costs: AppCost[] = []
  for (let round = 0; round < rounds; round += 1) {
    costs.push(await vendor.expect(largeRows, 0, () => runApp(app, folder, job)))
  }
  const grown = median(costs.map(({ idleBytes, peakBytes }) => peakBytes - idleBytes))
  return {
    case: 'bulk-send',
    what: `peak memory of 100,000 CSV rows imported, checked and sent (${rounds} rounds)`,
    measured: `+${mb(grown)}`,
    against: `${mb(median(costs.map(({ idleBytes }) => idleBytes)))} idle`,
    ratio: '—',
    target: `≤ +${mb(allowed.bytes)}`,
    verdict: verdict(grown <= allowed.bytes),
  }
}

/** Ten thousand notes through the app: how much slower than without a ledger, how much faster than other tools. */
export async function measure({ withoutPeers }: BenchOptions): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-bench-'))
  const bundles = bundleFolder('bench-')
  const vendor = await startVendor()
  try {
    const scripts = join(import.meta.dirname, 'bulk-send')
    await bundle({ app: join(scripts, 'app.ts') }, join(bundles, 'app'))
    await bundle({ raw: join(scripts, 'raw.ts') }, join(bundles, 'raw'))
    const [app, raw] = [join(bundles, 'app/app.mjs'), join(bundles, 'raw/raw.mjs')]
    const bench = { folder, vendor, app, raw }
    const csv = join(folder, 'notes.csv')
    await writeNotes(csv, rows)
    const atOnce = await againstRaw(bench, csv, { latencyMs: 0, connections: 16, rounds: 5, target: 0.7 })
    // At this latency a round takes a quarter of a minute and differs little from the next.
    const slow = await againstRaw(bench, csv, { latencyMs: 20, connections: 16, rounds: 3, target: 0.9 })
    const wide = await againstRaw(bench, csv, { latencyMs: 20, connections: 64, rounds: 5, target: 0.9 })
    const large = await memory(bench, 3)
    const absent = withoutPeers ? noPeers : await installPeers()
    return [
      atOnce.figure,
      slow.figure,
      wide.figure,
      delay(atOnce.costs),
      large,
      ...(await againstPeers(vendor, { folder, app, absent })),
    ]
  } finally {
    vendor.close()
    for (const made of [folder, bundles]) await rm(made, { recursive: true, force: true })
  }
}
