import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { inFolder, inLanes } from '../harness/children.ts'
import { seeded } from '../harness/random.ts'
import type { Run } from '../report.ts'
import { tellStories } from './interleavings.ts'
import { tellNaively } from './naive-stories.ts'
import { twoAtOnce, twoNaiveAtOnce } from './two-instances.ts'

/** Where a file costs no disk: what is tried here is order, not durability. */
const quickFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/**
 * Acts, answers and passing time in every order a scheduler comes up with, and two processes on one folder. No item may leave
 * twice without a person's word, after it was taken back, too early, or out of its note's order.
 */
export async function races({ short, seed, report }: Run): Promise<void> {
  const stories = short ? 200 : 10_000
  const told = await inFolder((folder) => tellStories(folder, seed, stories), quickFolder)
  report.check('races, interleavings', told.failure === null, told.failure ?? '')
  const naive = await tellNaively(seed, stories)

  const random = seeded(seed)
  const seeds = Array.from({ length: short ? 2 : 50 }, () => random.seed())
  const pairs = await inLanes(1, seeds, twoAtOnce)
  const findings = pairs.flatMap((pair) => pair.findings)
  report.check('races, two processes on one folder', findings.length === 0, findings.slice(0, 5).join('; '))
  const naivePairs = await inLanes(1, seeds, twoNaiveAtOnce)
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

  report.heading('Races')
  report.table(
    ['race', 'runs', 'tries', 'rules broken', 'naive'],
    [
      [
        'random interleavings',
        stories,
        told.tries,
        told.failure === null ? 0 : 'at least 1',
        `sent again after it may have arrived in ${naive.twice}, gone although cancelled in ${naive.cancelled}`,
      ],
      [
        'two processes at once',
        pairs.length,
        sum(pairs.map(({ arrived }) => arrived)),
        findings.length,
        `${sum(naivePairs)} items twice`,
      ],
    ],
  )
  report.note(
    `Interleavings: people file (also with two clicks), take back, send now, decide, release and edit; time passes, the network returns, keys and answers come, in ${told.steps} steps of fast-check's scheduler on a turned clock. A monitor that shares no code with the outbox watches: nothing twice without a word, nothing after Cancel, no hold or Retry-After cut short, one at a time and in order per note, at most three repeats within ten minutes, nothing superseded; in the end nothing is left lying. Two processes: ${sum(pairs.map(({ items }) => items))} waiting items; ${sum(pairs.map(({ refused }) => refused))} processes were told that the ledger is open in another one. In the app a single-instance lock comes before this.`,
  )
}
