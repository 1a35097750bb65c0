import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PracticeCost } from './desk-practice/run.ts'
import type { StartCost } from './desk-start/start.ts'
import { median, verdict, type Figure } from './figures.ts'

/** The largest table; BENCH_NOTES for another size. */
const rows = Number(process.env['BENCH_NOTES'] ?? 100_000)
const starts = 5
const mostKept = 20_000_000

async function told<T>(script: string, args: string[], execArgv: string[] = []): Promise<T> {
  const child = fork(join(import.meta.dirname, script), args, { execArgv })
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}`)
  })
  const [cost] = (await Promise.race([once(child, 'message'), exited])) as [T]
  await exited.catch(() => undefined)
  return cost
}

async function startMs(folder: string): Promise<number> {
  const costs: number[] = []
  for (let round = 0; round < starts; round += 1) costs.push((await told<StartCost>('desk-start/start.ts', [folder])).usableMs)
  return median(costs)
}

/** A table that is practised with: what it leaves in main, and what the next start takes. */
export async function measure(): Promise<Figure[]> {
  const [folder, none] = [await mkdtemp(join(tmpdir(), 'balie-practice-')), await mkdtemp(join(tmpdir(), 'balie-practice-'))]
  try {
    const { idleBytes, keptBytes, sent } = await told<PracticeCost>(
      'desk-practice/run.ts',
      [folder, String(rows)],
      ['--expose-gc'],
    )
    if (sent !== rows) throw new Error(`${sent} of ${rows} notes were put`)
    const [after, empty] = [await startMs(folder), await startMs(none)]
    const label = `${rows.toLocaleString('en')} notes practised`
    return [
      {
        case: 'desk-practice',
        what: `${label}: what main holds afterwards, collected (1 round)`,
        measured: `+${((keptBytes - idleBytes) / 1e6).toFixed(0)} MB`,
        against: `${(idleBytes / 1e6).toFixed(0)} MB before`,
        ratio: '—',
        target: `≤ +${mostKept / 1e6} MB`,
        verdict: verdict(keptBytes - idleBytes <= mostKept),
      },
      {
        case: 'desk-practice',
        what: `${label}: the first screen of the next start answered (${starts} rounds)`,
        measured: `${after.toFixed(0)} ms`,
        against: `${empty.toFixed(0)} ms with none`,
        ratio: `${(after / empty).toFixed(2)} ×`,
        target: '—',
        verdict: 'met',
      },
    ]
  } finally {
    for (const made of [folder, none]) await rm(made, { recursive: true, force: true })
  }
}
