import type { Finding } from '../kill/witness.ts'
import type { NaiveTally } from './naive-run.ts'
import type { Tally } from './witness.ts'

/** What one run came to. */
export interface Told {
  rows: number
  connections: number
  tallies: ReadonlyMap<string, Tally>
}

const columns = [
  'killed',
  'runs',
  'rows',
  'kills',
  'lost',
  'POSTs twice',
  'most unknown',
  'integrity',
  'numbers add up',
  'other findings',
  'naive: lost',
  'naive: twice',
]

/** The runs that came by each point, with what was found there. */
export function byPoint(told: readonly Told[]): Map<string, (Omit<Told, 'tallies'> & Tally)[]> {
  const points = new Map<string, (Omit<Told, 'tallies'> & Tally)[]>()
  for (const { rows, connections, tallies } of told)
    for (const [point, tally] of tallies) points.set(point, [...(points.get(point) ?? []), { rows, connections, ...tally }])
  return points
}

/** A row for each place of a kill; the naive script's numbers are those of its two ways of writing down its progress. */
export function tableOf(
  told: readonly Told[],
  naive: ReadonlyMap<string, readonly NaiveTally[]>,
): [string[], (string | number)[][]] {
  const rows = [...byPoint(told)].map(([point, some]) => {
    const sum = (of: (one: (typeof some)[number]) => number) => some.reduce((total, one) => total + of(one), 0)
    const count = (...kinds: Finding['kind'][]) =>
      sum(({ findings }) => findings.filter(({ kind }) => kinds.includes(kind)).length)
    const most = some.reduce((worst, one) => (one.mostUnknown > worst.mostUnknown ? one : worst))
    const fared = (key: keyof NaiveTally) =>
      naive
        .get(point)
        ?.map((tally) => tally[key])
        .join(' / ') ?? '–'
    return [
      point,
      some.length,
      sum((one) => one.rows),
      sum(({ kills }) => kills),
      count('lost'),
      count('twice'),
      `${most.mostUnknown} of ${most.connections}`,
      count('damaged') === 0 ? 'ok' : count('damaged'),
      count('numbers') === 0 ? 'yes' : `${count('numbers')} not`,
      count('unknown', 'other'),
      fared('lost'),
      fared('twice'),
    ]
  })
  return [columns, rows]
}
