import { inLanes } from '../harness/children.ts'
import { seeded } from '../harness/random.ts'
import type { Run } from '../report.ts'
import { faults, problemOf, tryCell } from './cells.ts'
import { killRounds, type Tally } from './kills.ts'
import { naiveNotes } from './naive.ts'
import { play, stories } from './races.ts'

const lanes = 2

async function kills({ short, seed, report }: Run): Promise<void> {
  const random = seeded(seed)
  const seeds = Array.from({ length: short ? 1 : 12 }, () => random.seed())
  const tallies = await inLanes(lanes, seeds, (one, at) => killRounds(one, short ? 3 : 25, at % 2 === 1))
  const naive = await naiveNotes(random.seed(), short ? 40 : 300)
  const sum = (key: Exclude<keyof Tally, 'troubles' | 'gaps'>) => tallies.reduce((total, tally) => total + tally[key], 0)
  report.heading('Notes on payments: a vendor that reads back')
  report.note(
    'Answers are lost, changes carried out late, answers repeated for a key; other programs write to the same payments.',
  )
  report.table(
    ['', 'kills', 'notes', 'lost', 'twice', 'metadata lost', 'left to a person though a reading told'],
    [
      ['Balie', sum('kills'), sum('filed'), sum('lost'), sum('twice'), sum('metadataLost'), sum('unsettled')],
      ['naive client', 0, short ? 40 : 300, '–', naive.twice, naive.metadataLost, '–'],
    ],
  )
  const gaps = tallies.flatMap((tally) => tally.gaps).toSorted((a, b) => a - b)
  const at = (part: number) => (gaps[Math.floor(gaps.length * part)] ?? 0).toFixed(1)
  report.note(
    `Between the answer to a reading and its change: ${at(0.5)} ms in the middle, ${at(0.95)} ms at most for 95 of 100.`,
  )
  report.note(
    `Written by others between a reading and its change, and overwritten: ${sum('overwritten')} (nobody can prevent these).`,
  )
  for (const key of ['lost', 'twice', 'metadataLost', 'unsettled', 'open'] as const)
    report.check(`reading, killed: ${key}`, sum(key) === 0, `${sum(key)}, seeds ${seeds.join(', ')}`)
  const troubles = tallies.flatMap((tally) => tally.troubles)
  report.check('reading, killed: no trouble', troubles.length === 0, troubles.join('\n'))
  report.check('reading, killed: notes were filed', sum('filed') > 0)
}

async function network({ short, report }: Run): Promise<void> {
  // With a vendor that does not know a request by its key nothing else keeps a change from being carried out twice.
  const asked = faults
    .filter((_, at) => !short || at % 3 === 2)
    .flatMap((fault) => (short ? [false] : [true, false]).map((replays) => ({ fault, replays })))
  const cells = await inLanes(lanes, asked, async ({ fault, replays }) => ({
    fault,
    replays,
    cell: await tryCell(fault, replays),
  }))
  for (const { fault, replays, cell } of cells) {
    const name = `reading, ${fault.name} at the ${fault.step}${replays ? ', answers repeated' : ''}`
    const problem = problemOf(fault, cell)
    report.check(name, problem === '', problem)
  }
  report.note(`${cells.length} faults of the network and the vendor, each at the reading or at the change.`)
}

async function races({ short, report }: Run): Promise<void> {
  const asked = stories.filter((_, at) => !short || at % 4 === 0)
  const problems = await inLanes(lanes, asked, play)
  asked.forEach(({ world, moment, act }, at) => {
    report.check(`reading, ${act} ${moment} it was looked up (${world})`, problems[at] === '', problems[at])
  })
  report.note(`${asked.length} stories of what else happens while an outcome is looked up.`)
}

/** What goes wrong with notes on payments, which are read before they are changed and again where nobody knows. */
export async function reading(run: Run): Promise<void> {
  await kills(run)
  await network(run)
  await races(run)
}
