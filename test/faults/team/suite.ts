import { withoutPostgres } from '#test/support/postgres.ts'
import { raceForOne, raceInBatches, withoutUniqueKeys, type RaceTally } from '#test/support/team-races.ts'
import { startTeamServer } from '#test/support/team-server.ts'
import { seeded } from '../harness/random.ts'
import type { Report, Run } from '../report.ts'
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

/** Desks that share accounts by one PostgreSQL: nothing reaches a vendor twice, whatever breaks. */
export async function team({ short, seed, report }: Run): Promise<void> {
  const why = withoutPostgres()
  if (why) return report.skip('team', why)
  // `test/unit/team/races.test.ts` has the short form.
  if (!short) await races(report)
  const random = seeded(seed)
  const rows: (string | number)[][] = []
  const size = short ? { keys: 40, desks: 2, seconds: 3 } : { keys: 250, desks: 4, seconds: 12 }
  for (const fault of short ? (['desk killed', 'older backup put back'] as const) : faults) {
    const round = await teamRound(fault, random.seed(), size)
    const { hits, arrived, twice, differences, nobody, unknown, asks, unfinished } = round
    const isWell = twice.length + differences.length + nobody + unfinished === 0
    report.check(
      `team, ${fault}`,
      isWell,
      [...twice.slice(0, 3), ...differences.slice(0, 3), `${nobody} by nobody, ${unfinished} not done`].join('; '),
    )
    rows.push([fault, hits, arrived, twice.length, differences.length, nobody, unknown, asks])
  }
  report.heading('A team: desks')
  report.table(['what goes wrong', 'times', 'arrived', 'twice', 'differences', 'sent by nobody', 'unknown', 'ask'], rows)
  report.note(
    `${size.desks} desks, each a process with a ledger of its own, want the same ${size.keys} disputes and notes in another order; one PostgreSQL with honest settings for the disk. What a colleague was earlier with asks.`,
  )
}
