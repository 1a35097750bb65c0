import { inLanes } from '../harness/children.ts'
import { seeded, type Random } from '../harness/random.ts'
import { straceProblem } from '../harness/strace.ts'
import type { Report, Run } from '../report.ts'
import { failingCalls, fulls, onFailingDisk, onFullDisk, type FailingCall } from './failing-disk.ts'
import { naiveRounds } from './naive-rounds.ts'
import { plotsFor } from './plots.ts'
import { tell } from './story.ts'
import { byPoint, tableOf, type Told } from './tallies.ts'
import { twoResume } from './two-at-once.ts'
import type { RunWitness } from './witness.ts'

const lanes = 2
const connections = 16

/** One run; a string says why it can't be had here. */
type Work = () => Promise<Told | string>

const told =
  (rows: number, among: number, work: (seed: number) => Promise<RunWitness | string>, seed: number): Work =>
  async () => {
    const witness = await work(seed)
    return typeof witness === 'string' ? witness : { rows, connections: among, tallies: witness.tallies }
  }

/** The disk fills up, or fails, while rows are sent. */
function onBadDisks(short: boolean, random: Random): Work[] {
  const rows = short ? 120 : 1000
  const full = short ? fulls.slice(0, 1) : fulls.flatMap((how) => Array.from({ length: 3 }, () => how))
  const nthsOf = (call: FailingCall) => (short ? (call.short === null ? [] : [call.short]) : call.nths)
  const failing = straceProblem() ? [] : failingCalls.flatMap((call) => nthsOf(call).map((nth) => ({ call, nth })))
  return [
    ...full.map((how) => told(rows, connections, (seed) => onFullDisk(how, rows, connections, seed), random.seed())),
    ...failing.map(({ call, nth }) =>
      told(rows, connections, (seed) => onFailingDisk(call, nth, rows, connections, seed), random.seed()),
    ),
  ]
}

function checkPoints(report: Report, runs: readonly Told[]): void {
  for (const [point, some] of byPoint(runs)) {
    const findings = some.flatMap((one) => one.findings)
    const texts = findings.slice(0, 5).map(({ kind, text }) => `${kind}: ${text}`)
    report.check(`bulk, ${point}`, findings.length === 0, texts.join('; '))
    const failed = some.reduce((sum, { troubles }) => sum + troubles, 0)
    if (some.some(({ mustFail }) => mustFail)) report.check(`bulk, ${point}: writes failed`, failed > 0)
  }
}

/**
 * Runs of a table, killed with SIGKILL and taken up again until they are finished, against a vendor that counts the requests
 * that arrive whole. After each kill every row is sent and has arrived, is of unknown outcome, or is left, and the numbers add up.
 */
export async function bulk({ short, seed, report }: Run): Promise<void> {
  const random = seeded(seed)
  const plots = plotsFor(short, connections)
  const pairs = { rows: short ? 100 : 1000, runs: short ? 1 : 10 }
  const works = [
    ...plots.map((plot) => told(plot.rows, plot.connections, (one) => tell(plot, one), random.seed())),
    ...Array.from({ length: pairs.runs }, () =>
      told(pairs.rows, connections, (one) => twoResume(pairs.rows, connections, one), random.seed()),
    ),
    ...onBadDisks(short, random),
  ]
  const answers = await inLanes(lanes, works, (work) => work())
  const runs = answers.filter((answer) => typeof answer !== 'string')
  const noDisk = answers.find((answer) => typeof answer === 'string')
  if (noDisk !== undefined) report.skip('bulk, a full disk', noDisk)
  const problem = straceProblem()
  if (problem) report.skip('bulk, a failing write or flush', problem)
  checkPoints(report, runs)
  const naive = await naiveRounds(
    {
      lanes,
      connections,
      points: { runs: short ? 0 : 10, rows: 1000 },
      random: { runs: short ? 1 : 3, rows: short ? 1000 : 10_000, kills: short ? 2 : 10 },
    },
    random,
  )
  report.heading('Bulk runs, killed and resumed')
  report.table(...tableOf(runs, naive))
  report.note(
    `After every kill a person has to say that the run goes on: until then a single item, filed since, has left and come back, and no row. Lost: a row that is not there, counts as sent and never arrived, or counts as not sent and did. Twice: a create that arrived whole more than once. Most unknown: rows under way after one kill, of so many connections. Numbers: what the app shows after each kill is what the ledger has, and sums up. In the end the unknown ones are decided as they were, and each row has arrived. The vendor refuses some rows, is busy, breaks down and hangs up; that of the naive script (fetch, ${connections} at once, its progress in a JSON file after each row / after each hundred) always succeeds. This proves crashes of the process, not power loss: what the operating system had accepted was still there.`,
  )
}
