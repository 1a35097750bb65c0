import { withoutPgbouncer } from '#test/support/pgbouncer.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { raceForOne, raceInBatches, withoutUniqueKeys, type RaceTally } from '#test/support/team-races.ts'
import { startTeamServer } from '#test/support/team-server.ts'
import { seeded } from '../harness/random.ts'
import type { Report, Run } from '../report.ts'
import { asleepPastTheLease } from './asleep.ts'
import { growth } from './growth.ts'
import { faults, teamRound } from './rounds.ts'

const isClean = ({ doubles, none, failed }: RaceTally) => doubles === 0 && none === 0 && failed.length === 0
const said = ({ doubles, none, failed }: RaceTally) =>
  `${doubles} twice, ${none} by nobody, ${failed.length} failed: ${failed[0] ?? ''}`

/** Who goes when some want the same at the same moment; and that these races would notice if two went. */
async function races(report: Report): Promise<void> {
  const server = await startTeamServer(Array.from({ length: 8 }, (_, n) => `clerk${n}`))
  const rows: (string | number)[][] = []
  const race = async (name: string, count: number, run: () => Promise<RaceTally>) => {
    const tally = await run()
    report.check(`team, ${name}`, isClean(tally), said(tally))
    rows.push([name, count, tally.doubles, tally.failed.length])
  }
  try {
    const [two, eight, batches] = [10_000, 1_500, 50_000]
    await race('races of two', two, () => raceForOne(server, 2, two))
    await race('races of eight', eight, () => raceForOne(server, 8, eight))
    await race('reservations in batches that overlap', batches, () => raceInBatches(server, 4, batches))
    await withoutUniqueKeys(server)
    await server.boss.query('TRUNCATE team.item')
    const control = await raceForOne(server, 8, eight)
    report.check('team, the same races without the two unique keys double', control.doubles > 0)
    rows.push(['races of eight, without the unique keys', eight, control.doubles, control.failed.length])
  } finally {
    await server.close()
  }
  report.heading('A team: races')
  report.table(['what', 'how many', 'twice', 'calls that failed'], rows)
}

/** A computer that sleeps at the worst moment, beside one that looks at no clock when it wakes up. */
async function asleep(report: Report): Promise<void> {
  const checked = await asleepPastTheLease('checked')
  const unchecked = await asleepPastTheLease('unchecked')
  report.check('team, asleep past the lease', checked.arrived === 1, `the vendor got ${checked.arrived}`)
  report.check(
    'team, asleep past the lease, without the check doubles',
    unchecked.arrived === 2,
    `the vendor got ${unchecked.arrived}`,
  )
  report.heading('A team: a computer that falls asleep before the first byte, until a colleague sent it')
  report.table(
    ['what', 'the vendor got', 'its item in the end'],
    [
      ['as it is', checked.arrived, checked.state],
      ['without looking at the clocks again', unchecked.arrived, unchecked.state],
    ],
  )
}

/** Plans that were made while a table was young must not be those of an old one. */
async function grown(report: Report): Promise<void> {
  const items = 100_000
  const { young, old } = await growth(items)
  // A machine that is busy with something else makes both slow; a table that is read whole makes the second one fifty times the first.
  report.check(
    'team, asking stays as fast while a table grows',
    old < young * 4,
    `${young.toFixed(1)} ms, then ${old.toFixed(1)} ms`,
  )
  report.heading('A team: growth in one session')
  report.table(
    ['items', 'asking for one, p99'],
    [
      ['0', `${young.toFixed(1)} ms`],
      [items, `${old.toFixed(1)} ms`],
    ],
  )
}

/** Desks that share accounts by one PostgreSQL: nothing reaches a vendor twice, whatever breaks. */
export async function team({ short, seed, report }: Run): Promise<void> {
  const why = withoutPostgres()
  if (why) return report.skip('team', why)
  // `test/unit/team/races.test.ts` has the short form.
  if (!short) await races(report)
  if (!short) await asleep(report)
  if (!short) await grown(report)
  const random = seeded(seed)
  const rows: (string | number)[][] = []
  const size = short ? { keys: 40, desks: 2, seconds: 3 } : { keys: 250, desks: 4, seconds: 12 }
  for (const fault of short ? (['desk killed', 'older backup put back'] as const) : faults) {
    const absent = fault.startsWith('behind pgbouncer') ? withoutPgbouncer() : undefined
    if (absent) {
      report.skip(`team, ${fault}`, absent)
      continue
    }
    const round = await teamRound(fault, random.seed(), size)
    const { hits, arrived, twice, differences, nobody, unknown, asks, unfinished, forgotten } = round
    const isWell = twice.length + differences.length + nobody + unfinished === 0
    report.check(
      `team, ${fault}`,
      isWell,
      [...twice.slice(0, 3), ...differences.slice(0, 3), `${nobody} by nobody, ${unfinished} not done`].join('; '),
    )
    rows.push([fault, hits, arrived, twice.length, differences.length, nobody, unknown, asks])
    if (forgotten > 0)
      report.note(
        `${fault}: of what had arrived at a vendor it had never heard of ${forgotten}; the desks that sent them told it again. Where no such desk is left nobody knows: see to a synchronous one.`,
      )
  }
  report.heading('A team: desks')
  report.table(['what goes wrong', 'times', 'arrived', 'twice', 'differences', 'sent by nobody', 'unknown', 'ask'], rows)
  report.note(
    `${size.desks} desks, each a process with a ledger of its own, want the same ${size.keys} disputes and notes in another order; one PostgreSQL with honest settings for the disk. What a colleague was earlier with asks.`,
  )
}
