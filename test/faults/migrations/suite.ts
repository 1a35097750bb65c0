import { migrations } from '#main/storage/migrations/index.ts'
import { inLanes } from '../harness/children.ts'
import { seeded } from '../harness/random.ts'
import { straceProblem } from '../harness/strace.ts'
import type { Run } from '../report.ts'
import { stepRound, stepsOf, writeRound, type MigrationRound } from './rounds.ts'

const lanes = 2

/** How far apart the writes are at which a start is killed: each one where a ledger is made, and where all is done to an old one. */
const strideOf = (version: number) => (version <= 1 ? 1 : 7)

/** Kills at one write after the other, until a start makes fewer than that. */
async function writeRounds(version: number, stride: number): Promise<MigrationRound[]> {
  const rounds: MigrationRound[] = []
  for (let nth = 1; ; nth += stride * lanes) {
    const next = await inLanes(
      lanes,
      Array.from({ length: lanes }, (_, lane) => nth + lane * stride),
      (one) => writeRound(version, one),
    )
    rounds.push(...next.filter(({ killed, problems }) => killed || problems.length > 0))
    if (next.some(({ killed }) => !killed)) return rounds
  }
}

/**
 * The process killed at each step by which a ledger of each earlier version is brought up to date, and at the writes of its files:
 * afterwards it opens, of the newest version, with everything that was in it, and is not taken for a copy.
 */
export async function migrating({ short, seed, report }: Run): Promise<void> {
  const random = seeded(seed)
  const rows: (string | number)[][] = []
  const problem = short ? null : straceProblem()
  if (problem) report.skip('migrations, killed at the writes', problem)
  for (let version = 0; version <= migrations.length; version += 1) {
    const steps = await stepsOf(version)
    const all = [...steps.keys()]
    // In short: one within the changes themselves, where there are any.
    const first = steps.findIndex((text) => /VACUUM|BEGIN/.test(text))
    const changes = all.slice(first, steps.findLastIndex((text) => text.includes('user_version')) + 3)
    const tried = short ? [random.pick(changes.length > 0 ? changes : all)] : all
    const rounds = await inLanes(lanes, tried, (one) => stepRound(version, one))
    const writes = short || problem ? [] : await writeRounds(version, strideOf(version))
    const told = rounds.flatMap(({ killed, problems }, at) => {
      const where = `${tried[at]} (${steps[tried[at]!]})`
      return killed ? problems.map((text) => `${where}: ${text}`) : [`${where}: was not killed`, ...problems]
    })
    const findings = [...told, ...writes.flatMap(({ problems }) => problems)]
    report.check(
      `migrations, version ${version} to ${migrations.length}`,
      findings.length === 0 && rounds.length > 0,
      findings.slice(0, 4).join('; '),
    )
    rows.push([version === 0 ? 'none yet' : version, steps.length, rounds.length, writes.length, findings.length])
  }
  report.heading('Killed while a ledger is brought up to date')
  report.table(['ledger of version', 'steps', 'kills at steps', 'kills at writes', 'findings'], rows)
  report.note(
    `A ledger of each version up to ${migrations.length}, with something in each of its tables, is opened by a process that is killed before each statement and after each commit, and at the writes of its files. Findings: a start afterwards that fails, doubts the ledger, or is not of version ${migrations.length}; a record or row that is not there as it was; a copy from before the upgrade that is missing or not whole.`,
  )
}
