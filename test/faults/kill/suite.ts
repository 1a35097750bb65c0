import { inLanes } from '../harness/children.ts'
import { seeded } from '../harness/random.ts'
import { straceProblem } from '../harness/strace.ts'
import type { Run } from '../report.ts'
import { connections } from './events.ts'
import { naivePointRound, naiveRandomRounds, type NaiveTally } from './naive-rounds.ts'
import { pointRound, points } from './point-rounds.ts'
import { randomRounds } from './random-rounds.ts'
import type { Finding, Witness } from './witness.ts'
import { writeRound } from './write-rounds.ts'

const lanes = 2

/** What some rounds came to, as one row. */
function rowOf(
  name: string,
  kills: number,
  witnesses: readonly Witness[],
  afterwards: string,
  naive: readonly NaiveTally[] | null,
) {
  const findings = witnesses.flatMap((witness) => witness.findings)
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length
  const sum = (key: keyof NaiveTally) => (naive ? naive.reduce((total, tally) => total + tally[key], 0) : '–')
  return [
    name,
    kills,
    witnesses.reduce((total, witness) => total + witness.acknowledged, 0),
    count('lost'),
    count('twice'),
    Math.max(...witnesses.map(({ mostUnknown }) => mostUnknown)),
    count('damaged') === 0 ? 'ok' : count('damaged'),
    afterwards,
    sum('lost'),
    sum('twice'),
  ]
}

const told = (witnesses: readonly Witness[]) =>
  witnesses
    .flatMap(({ findings }) => findings)
    .slice(0, 5)
    .map(({ kind, text }) => `${kind}: ${text}`)
    .join('; ')

/**
 * The desk's own process, killed with SIGKILL, against vendors that count the requests that arrive whole. What a person was told
 * is saved or filed must be there afterwards, and nothing may arrive twice without a person's word.
 */
export async function kill({ short, seed, report }: Run): Promise<void> {
  const random = seeded(seed)
  const rounds = short ? 16 : 1000
  const perFolder = short ? 8 : 25
  const perPoint = short ? 1 : 20
  const rows: (string | number)[][] = []
  const add = (title: string, witnesses: readonly Witness[], row: (string | number)[]) => {
    rows.push(row)
    report.check(
      `kill, ${title}`,
      witnesses.every(({ findings }) => findings.length === 0),
      told(witnesses),
    )
  }

  const seeds = Array.from({ length: rounds / perFolder }, () => random.seed())
  const folders = await inLanes(lanes, seeds, (one, at) => randomRounds(one, perFolder, `${1 + at}`))
  const naive = await inLanes(lanes, seeds, (one) => naiveRandomRounds(one, perFolder))
  add('at random moments', folders, rowOf('at a random moment', rounds, folders, 'finished, counted', naive))

  for (const point of points) {
    const tries = Array.from({ length: perPoint }, (_, at) => ({ at, seed: random.seed() }))
    const witnesses = await inLanes(lanes, tries, (one) => pointRound(point, one.at, seeded(one.seed)))
    const { naive: moment } = point
    const tallies = moment && (await inLanes(lanes, tries, (one) => naivePointRound(moment, seeded(one.seed))))
    add(point.name, witnesses, rowOf(point.name, perPoint, witnesses, point.afterwards, tallies))
  }

  const problem = straceProblem()
  if (problem) report.skip('kill at each write of the ledger', problem)
  else {
    const writes = Array.from({ length: 50 }, (_, at) => 1 + at).filter((nth) => !short || nth === 20 || nth === 40)
    const witnesses = await inLanes(lanes, writes, (nth) => writeRound(nth, seeded(seed + nth)))
    const name = short ? 'at some of the first 50 writes of the ledger' : 'at each of the first 50 writes of the ledger'
    add(name, witnesses, rowOf(name, writes.length, witnesses, 'as above', null))
  }

  report.heading('Killed')
  report.table(
    [
      'killed',
      'kills',
      'acknowledged',
      'lost',
      'POSTs twice',
      'most unknown',
      'integrity',
      'afterwards',
      'naive: lost',
      'naive: twice',
    ],
    rows,
  )
  report.note(
    `Lost: a draft, item, cancellation or file that was acknowledged and is not there, or counts as sent and never arrived. Twice: a create that arrived whole more often than a person said. Most unknown: after one kill; the desk has ${connections} connections. This proves crashes of the process, not power loss: what the operating system had accepted was still there.`,
  )
}
