import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, verdict, type Figure } from './figures.ts'
import type { StormCost, StormJob } from './storm/app.ts'

const rounds = 3
const mostCpu = 3
const mostOtherMs = 1_000
const mostAllMs = 500
const mostTaskMs = 50

async function run(job: Omit<StormJob, 'folder'>): Promise<StormCost> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-storm-'))
  try {
    const child = fork(join(import.meta.dirname, 'storm', 'app.ts'), [JSON.stringify({ ...job, folder })])
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`the app ended with ${code}`)
    })
    const [cost] = (await Promise.race([once(child, 'message'), exited])) as [StormCost]
    await exited.catch(() => undefined)
    return cost
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function costs(times: number, job: Omit<StormJob, 'folder'>) {
  const all: StormCost[] = []
  for (let at = 0; at < times; at += 1) all.push(await run(job))
  return (of: keyof StormCost) => median(all.map((cost) => cost[of]))
}

const count = (number: number) => number.toLocaleString('en')
const ms = (value: number) => `${value.toFixed(0)} ms`
const figure = (what: string, measured: string, against: string, target: string, isMet: boolean): Figure => ({
  case: 'storm',
  what,
  measured,
  against,
  ratio: '—',
  target,
  verdict: verdict(isMet),
})

async function oneWord(what: 'send all' | 'give all back', items: number): Promise<Figure[]> {
  const of = await costs(rounds, { what, count: items })
  return [
    figure(
      `${what}, ${count(items)} that waited for a day (${rounds} rounds)`,
      ms(of('allMs')),
      `${of('changes')} events to the screens meanwhile`,
      what === 'send all' ? `≤ ${ms(mostAllMs)}` : '—',
      what !== 'send all' || of('allMs') <= mostAllMs,
    ),
    figure('longest task of main meanwhile', ms(of('longestMs')), '—', `≤ ${ms(mostTaskMs)}`, of('longestMs') <= mostTaskMs),
  ]
}

/** Thousands of items that wait for a vendor that is not there cost next to nothing, and keep nobody else waiting. */
export async function measure(): Promise<Figure[]> {
  const of = await costs(1, { what: 'wait', count: 10_000 })
  return [
    figure(
      'processor time of main over the minute after the first tries, 10,000 waiting (1 round)',
      `${of('cpuPercent').toFixed(2)} %`,
      `${of('triesInMinute')} tries`,
      `≤ ${mostCpu} %`,
      of('cpuPercent') <= mostCpu,
    ),
    figure(
      "until another vendor's item was sent meanwhile",
      ms(of('otherMs')),
      '—',
      `≤ ${ms(mostOtherMs)}`,
      of('otherMs') <= mostOtherMs,
    ),
    figure('longest task of main meanwhile', ms(of('longestMs')), '—', `≤ ${ms(mostTaskMs)}`, of('longestMs') <= mostTaskMs),
    ...(await oneWord('send all', 3_000)),
    ...(await oneWord('send all', 10_000)),
    ...(await oneWord('give all back', 3_000)),
  ]
}
