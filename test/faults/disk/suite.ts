import { inLanes } from '../harness/children.ts'
import { straceProblem } from '../harness/strace.ts'
import type { Report, Run } from '../report.ts'
import type { Day } from './day.ts'
import { failingDay, failings } from './failing-writes.ts'
import { dayOnFullDisk, dayThatFillsUp } from './full-disk.ts'
import { naiveDayOnFullDisk, naiveFailingDay } from './naive-day.ts'

const lanes = 2
const columns = [
  'disk',
  'runs',
  'acknowledged',
  'said “not kept”',
  'false “saved”',
  'ledger opens',
  'POSTs twice',
  'naive: false “saved”',
]

/** What some days came to, as one row, and checked. */
function rowOf(report: Report, name: string, days: readonly Day[], naive: readonly number[] | null): (string | number)[] {
  const findings = days.flatMap(({ witness }) => witness.findings)
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length
  const told = findings.slice(0, 5).map(({ kind, text }) => `${kind}: ${text}`)
  report.check(`disk, ${name}`, findings.length === 0, told.join('; '))
  return [
    name,
    days.length,
    days.reduce((total, { witness }) => total + witness.acknowledged, 0),
    days.reduce((total, { refused }) => total + refused.length, 0),
    count('lost'),
    `${days.length - count('damaged')} of ${days.length}`,
    count('twice'),
    naive ? naive.reduce((total, lost) => total + lost, 0) : '–',
  ]
}

async function failing({ short, report }: Run): Promise<(string | number)[][]> {
  const problem = straceProblem()
  if (problem) {
    report.skip('disk, a failing write or flush', problem)
    return []
  }
  const rows = []
  for (const one of failings) {
    const calls = Array.from({ length: 50 }, (_, at) => 1 + at).filter((nth) => !short || nth === 7 || nth === 31)
    const days = await inLanes(lanes, calls, (nth) => failingDay(one, nth))
    const naive = one.naive ? await inLanes(lanes, calls, (nth) => naiveFailingDay(one, nth)) : null
    rows.push(rowOf(report, one.name, days, naive))
  }
  return rows
}

async function full({ short, report }: Run): Promise<(string | number)[][]> {
  const left = [0, 4, 8, 16, 32, 64, 128, 256, 512].filter((kilobytes) => !short || kilobytes === 0 || kilobytes === 64)
  const days = await inLanes(lanes, left, (kilobytes) => dayOnFullDisk(kilobytes * 1024))
  const later = await inLanes(lanes, short ? [80] : [20, 80, 200, 400], dayThatFillsUp)
  const reason = [...days, ...later].find((day) => typeof day === 'string')
  if (reason !== undefined) {
    report.skip('disk, a full disk', reason)
    return []
  }
  const naive = await inLanes(lanes, left, (kilobytes) => naiveDayOnFullDisk(kilobytes * 1024))
  const range = short ? '0 or 64 kB left' : '0 to 512 kB left'
  return [
    rowOf(
      report,
      `full, ${range}`,
      days.filter((day) => typeof day !== 'string'),
      naive,
    ),
    rowOf(
      report,
      'fills up while an answer comes, then has room again',
      later.filter((day) => typeof day !== 'string'),
      null,
    ),
  ]
}

/** Disks that are full or fail: what the person was told is saved is there when the disk works again, and they were told when not. */
export async function disk(run: Run): Promise<void> {
  const rows = [...(await full(run)), ...(await failing(run))]
  run.report.heading('Full and failing disks')
  if (rows.length > 0) run.report.table(columns, rows)
  run.report.note(
    `Each run ends on a disk that works: the ledger is opened, what was acknowledged is looked for, and everything still open is finished. Failing writes and flushes: ${run.short ? 'the 7th and 31st' : 'each of the first 50'}, of the ledger's files and the vault's. “Not kept” is said with its reason: the disk is full, or it fails.`,
  )
}
