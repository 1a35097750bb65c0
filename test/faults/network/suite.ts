import { inLanes } from '../harness/children.ts'
import type { Run } from '../report.ts'
import { tryCell, type Cell } from './cell.ts'
import { createAuthorities } from './far-side.ts'
import { faults, type Fault, type Standing } from './faults.ts'
import { meetGigabyte } from './gigabyte.ts'
import { tryNaively } from './naive-cell.ts'
import { operations, type Operation } from './operations.ts'

const lanes = 4

/** How an item stands when the fault has been mended and nobody said a word (specs/decisions.md, below the table). */
function expectedLater({ expected, stage }: Fault, { makes }: Operation): Standing {
  if (expected === 'queued') return stage.kind === 'no such name' ? 'queued' : 'sent'
  // An update or delete of unknown outcome repeats itself; a create never does.
  return expected === 'unknown' && !makes ? 'sent' : expected
}

/** Why a cell is not as it should be; nothing where it is. */
function problemOf(fault: Fault, operation: Operation, cell: Cell): string {
  const { atFault, mended } = cell.arrived
  const later = expectedLater(fault, operation)
  // What a 429 refused did nothing, so it may come again.
  const counted = (fault.row === 4 ? 0 : atFault) + mended
  const number = later !== 'sent' || operation.number === null ? null : (fault.number ?? operation.number)
  if (cell.first !== fault.expected) return `${cell.first} instead of ${fault.expected}`
  if (cell.later !== later) return `${cell.later} instead of ${later} in the end`
  if (later === 'sent' && cell.number !== number) return `kept under ${cell.number}`
  if (counted > (operation.makes ? 1 : 2)) return `arrived ${counted} times`
  return cell.strayed > 0 ? 'went to another host' : ''
}

const shown = ({ first, later }: Cell) => (first === later ? first : `${first} → ${later}`)

async function cells({ short, report }: Run) {
  const authorities = await createAuthorities()
  const tries = faults.flatMap((fault, at) =>
    operations.filter((_, which) => !short || which === at % operations.length).map((operation) => ({ fault, operation })),
  )
  const found = await inLanes(lanes, tries, ({ fault, operation }) => tryCell(fault, operation, authorities))
  const [dispute] = operations
  // Without a limit of its own, the naive client would read until memory is full: that is measured below.
  const naive = await inLanes(lanes, faults, async (fault) =>
    fault.name.startsWith('a gigabyte') ? null : tryNaively(fault, dispute!, authorities),
  )

  let duplicates = 0
  const rows = faults.map((fault, at) => {
    const ofFault = tries.flatMap((one, index) =>
      one.fault === fault ? [{ operation: one.operation, cell: found[index]! }] : [],
    )
    const problems = ofFault.map(({ operation, cell }) => ({ operation, problem: problemOf(fault, operation, cell) }))
    for (const { operation, problem } of problems)
      report.check(`network, ${fault.name}, ${operation.name}`, problem === '', problem)
    const made = ofFault.filter(({ operation }) => operation.makes).map(({ cell: { arrived } }) => arrived)
    duplicates += made.filter(({ atFault, mended }) => (fault.row === 4 ? 0 : atFault) + mended > 1).length
    const states = operations.map((operation) => {
      const one = ofFault.find((other) => other.operation === operation)
      return one ? shown(one.cell) : ''
    })
    const other = naive[at]
    return [fault.name, fault.row, ...states, ...(other ? [other.says, other.arrived, other.strayed] : ['see below', '', ''])]
  })
  report.heading('Broken networks and vendors')
  report.table(
    ['fault', 'row', ...operations.map(({ name }) => name), 'naive dispute', 'naive: arrived', 'naive: to another host'],
    rows,
  )
  const naiveTwice = naive.filter((one, at) => one && one.arrived > 1 && faults[at]!.row !== 4).length
  const wrongly = naive.filter((one) => one?.says === 'done, wrongly').length
  report.note(
    `${faults.length} faults, ${tries.length} cells. A cell says how the item stands after the try and, where that differs, a quarter of an hour after the fault was mended without a word from anyone. Row: of the table "Send states" (specs/decisions.md). Creates that arrived twice: ${duplicates}; naive: ${naiveTwice} arrived twice, ${wrongly} taken for done without the vendor's word.`,
  )
}

async function gigabytes({ short, report }: Run) {
  const tries = operations
    .filter((_, at) => !short || at === 0)
    .flatMap((operation) => (short ? [false] : [true, false]).map((announced) => ({ operation, announced })))
  const rows: (string | number)[][] = []
  for (const { operation, announced } of tries) {
    const { state, addedMegabytes } = await meetGigabyte('desk', operation, announced)
    const naive = announced || short ? null : await meetGigabyte('naive', operation, announced)
    const title = `network, a gigabyte of answer, ${announced ? 'announced' : 'unannounced'}, ${operation.name}`
    report.check(title, state === 'unknown' && addedMegabytes < 50, `${state}, ${addedMegabytes} MB more`)
    rows.push([
      operation.name,
      announced ? 'yes' : 'no',
      state,
      addedMegabytes,
      naive ? `${naive.state}, ${naive.addedMegabytes} MB` : '–',
    ])
  }
  report.table(['answer of 1 GB to', 'length announced', 'state', 'memory added (MB)', 'naive'], rows)
}

/**
 * Everything that can go wrong between the desk and a vendor, with each of the four operations, through the desk's own HTTP
 * client: the state is the one of the document's table, and nothing arrives twice.
 */
export async function network(run: Run): Promise<void> {
  await cells(run)
  await gigabytes(run)
}
