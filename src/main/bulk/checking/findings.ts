import type { BulkFinding, FindingKey } from '#shared/domain/bulk-check.ts'
import type { Message } from '#shared/domain/message.ts'
import type { JudgedRow } from './rows.ts'

/** Findings beyond these say nothing new; a table of nonsense has as many as rows. */
const keptFindings = 50
const countedFindings = 2_000

/** A sentence that comes with more values than these, as the number of another row, is said once, as an example. */
const keptVariants = 8

type Said = Pick<JudgedRow, 'problems' | 'warnings'>
const kindOf = (message: Message) => ('id' in message ? message.id : message.text)
const valuesOf = (message: Message) => ('id' in message ? JSON.stringify(message.values ?? {}) : '')

/** Every sentence about a row, with what it is said of. */
function* sentencesOf({ problems, warnings }: Said): Generator<Omit<FindingKey, 'isExample'>> {
  for (const field in problems) for (const message of problems[field] ?? []) yield { severity: 'problem', field, message }
  for (const message of warnings) yield { severity: 'warning', field: null, message }
}

/** Whether a row is one of those that a finding counts. */
export function isSaidOf({ severity, field, message, isExample }: FindingKey, said: Said): boolean {
  for (const one of sentencesOf(said)) {
    if (one.severity !== severity || one.field !== field || kindOf(one.message) !== kindOf(message)) continue
    if (isExample || valuesOf(one.message) === valuesOf(message)) return true
  }
  return false
}

interface Counted {
  finding: BulkFinding
  /** The row it was counted for last: said twice of one, it is still one row. */
  by: Said
}
const countOne = (counted: Counted, by: Said): void => {
  if (counted.by === by) return
  counted.by = by
  counted.finding.rows += 1
}

/** Sentences about rows, each with the number of rows it is said of. */
export function findingKeeper() {
  const found = new Map<string, { all: Counted; variants: Map<string, Counted> }>()
  const note = (by: Said, { severity, field, message }: Omit<FindingKey, 'isExample'>) => {
    const counted = (isExample: boolean): Counted => ({ finding: { severity, field, message, rows: 1, isExample }, by })
    const key = `${severity} ${field ?? ''} ${kindOf(message)}`
    const values = valuesOf(message)
    const kind = found.get(key)
    if (!kind) {
      if (found.size < countedFindings) found.set(key, { all: counted(true), variants: new Map([[values, counted(false)]]) })
      return
    }
    countOne(kind.all, by)
    const variant = kind.variants.get(values)
    if (variant) countOne(variant, by)
    else if (kind.variants.size <= keptVariants) kind.variants.set(values, counted(false))
  }
  return {
    note(said: Said): void {
      for (const one of sentencesOf(said)) note(said, one)
    },
    /** What stops rows first, then what is only worth knowing. */
    list: (): BulkFinding[] =>
      [...found.values()]
        .flatMap(({ all, variants }) => (variants.size <= keptVariants ? [...variants.values()] : [all]))
        .map(({ finding }) => finding)
        .toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || b.rows - a.rows)
        .slice(0, keptFindings),
  }
}
