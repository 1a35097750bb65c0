import type { Random } from '../harness/random.ts'
import { succeeds, type Arrival, type Reaction } from '../harness/vendor.ts'
import { isCanary } from './orders.ts'
import type { PlayedTable } from './table.ts'

const answers: readonly (readonly [number, Reaction['answer']])[] = [
  [965, 'success'],
  [12, 400],
  [6, 429],
  [1, 401],
  [5, 500],
  [4, 502],
  [7, 'hangs up'],
]
const bag = answers.flatMap(([weight, answer]) => Array.from({ length: weight }, () => answer))

/** A vendor on an ordinary day: slow now and then, refuses some rows once, is busy, breaks down and hangs up. */
export function ordinaryDay({ rows }: PlayedTable, random: Random) {
  const played = new Map(rows.map((row) => [row.marker, row]))
  const refused = new Set<string>()
  let calm = false
  return {
    /** From now on everything succeeds. */
    calmDown() {
      calm = true
    },
    react({ marker }: Omit<Arrival, 'reaction'>): Reaction {
      const answer = random.pick(bag)
      const afterMs = random.below(8)
      // The first row decides whether the run goes on at all.
      if (calm || isCanary(marker) || marker === rows[0]?.marker) return succeeds(afterMs)
      if (answer !== 400) return { answer, afterMs }
      if (!played.get(marker)?.refusable || refused.has(marker)) return succeeds(afterMs)
      refused.add(marker)
      return { answer, afterMs }
    },
  }
}
