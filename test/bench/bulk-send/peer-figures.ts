import { join } from 'node:path'
import { median, verdict, type Figure } from '../figures.ts'
import { writeNotes } from './notes.ts'
import { peers, type Peer } from './peers.ts'
import { runApp, type BenchVendor } from './processes.ts'

/** How many times faster the app has to be than a tool, at so many rows; `faster` is by however little. */
interface Contest {
  peer: Peer
  rows: number
  latencyMs: number
  /** Few where one takes minutes. */
  rounds: number
  giveUpMs: number
  target: number | 'faster'
}

const all = { rows: 10_000, latencyMs: 0, rounds: 1, giveUpMs: 240_000 }
const some = { rows: 1_000, latencyMs: 20, rounds: 3, giveUpMs: 120_000 }

const contests: readonly Contest[] = [
  { ...all, peer: peers.newman, target: 40 },
  { ...all, peer: peers.bruno, target: 15 },
  { ...all, peer: peers.brunoParallel, giveUpMs: 90_000, target: 15 },
  { ...some, peer: peers.newman, target: 15 },
  { ...some, peer: peers.bruno, target: 10 },
  { ...some, peer: peers.brunoParallel, target: 'faster' },
]

export interface PeerBench {
  folder: string
  app: string
  /** Why there are no peers; null where there are. */
  absent: string | null
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

/** The app beside the tools that a developer would take: the same table, the same server, 16 connections for the app. */
export async function againstPeers(vendor: BenchVendor, bench: PeerBench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const contest of contests) figures.push(await hold(contest, vendor, bench))
  return figures
}

async function hold(contest: Contest, vendor: BenchVendor, { folder, app, absent }: PeerBench): Promise<Figure> {
  const { peer, rows, latencyMs, rounds, giveUpMs, target } = contest
  const figure = {
    case: 'bulk-send',
    what: `${rows.toLocaleString('en')} notes, 16 connections, ${latencyMs} ms latency (${rounds === 1 ? '1 round' : `${rounds} rounds`})`,
    measured: '—',
    against: peer.name,
    ratio: '—',
    target: target === 'faster' ? 'faster' : `≥ ${target} ×`,
  }
  if (absent !== null) return { ...figure, verdict: `skipped: ${absent}` }
  const csv = join(folder, `peer-${rows}.csv`)
  await writeNotes(csv, rows)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const job = { url: vendor.url, csv, connections: 16 }
    ours.push((await vendor.expect(rows, latencyMs, () => runApp(app, folder, job))).ms)
    const { result, arrived } = await vendor.watch(latencyMs, () => peer.send(vendor.url, csv, folder, giveUpMs))
    const measured = seconds(median(ours))
    if (typeof result === 'object') return { ...figure, measured, verdict: `skipped: ${peer.name} ${result.gaveUp}` }
    if (arrived.requests !== rows) throw new Error(`${peer.name} made ${arrived.requests} requests of ${rows} rows`)
    theirs.push(result)
  }
  const ratio = median(theirs.map((ms, round) => ms / (ours[round] ?? Number.NaN)))
  return {
    ...figure,
    measured: seconds(median(ours)),
    against: `${seconds(median(theirs))} for ${peer.name}`,
    ratio: `${ratio.toFixed(1)} × faster`,
    verdict: verdict(target === 'faster' ? ratio > 1 : ratio >= target),
  }
}
