import { inLanes } from '../harness/children.ts'
import type { Random } from '../harness/random.ts'
import { naiveRun, type NaiveKill, type NaiveTally } from './naive-run.ts'
import { anyMoment, naiveMoments } from './points.ts'

/** How often, and with how many rows, the naive script is killed. */
export interface NaiveRounds {
  lanes: number
  connections: number
  /** At each moment that it shares with the desk. */
  points: { runs: number; rows: number }
  random: { runs: number; rows: number; kills: number }
}

/** After how many rows it writes down how far it is: two scripts that one finds. */
const ways = [1, 100]

/** By point, how the script fared in either way. */
export async function naiveRounds({ lanes, connections, points, random: any }: NaiveRounds, random: Random) {
  const rounds = async (kills: NaiveKill[], runs: number, rows: number): Promise<NaiveTally[]> => {
    const tries = ways.flatMap((every) => Array.from({ length: runs }, () => ({ every, seed: random.seed() })))
    const tallies = await inLanes(lanes, tries, ({ every, seed }) => naiveRun(kills, { rows, connections, every }, seed))
    return ways.map((way) => {
      const of = tallies.filter((_, at) => tries[at]?.every === way)
      const sum = (key: keyof NaiveTally) => of.reduce((total, tally) => total + tally[key], 0)
      return { lost: sum('lost'), twice: sum('twice') }
    })
  }
  const tallies = new Map<string, NaiveTally[]>()
  if (points.runs > 0)
    for (const [point, moment] of naiveMoments) tallies.set(point, await rounds([moment], points.runs, points.rows))
  const kills = Array.from({ length: any.kills }, (): NaiveKill => 'any moment')
  return tallies.set(anyMoment[0], await rounds(kills, any.runs, any.rows))
}
