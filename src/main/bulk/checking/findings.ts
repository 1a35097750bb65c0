import type { BulkFinding } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import type { JudgedRow } from './rows.ts'

/** Findings beyond these say nothing new; a table of nonsense has as many as rows. */
const keptFindings = 50
const countedFindings = 2_000

/** A sentence that comes with more values than these, as the number of another row, is said once, as an example. */
const keptVariants = 8

/** Sentences about rows, each with the number of rows it is said of. */
export function findingKeeper() {
  const found = new Map<string, { all: BulkFinding; variants: Map<string, BulkFinding> }>()
  const note = (severity: BulkFinding['severity'], field: string | null, message: Message) => {
    const key = `${severity} ${field ?? ''} ${'id' in message ? message.id : message.text}`
    let kind = found.get(key)
    if (!kind) {
      if (found.size >= countedFindings) return
      kind = { all: { severity, field, message, rows: 0, isExample: true }, variants: new Map() }
      found.set(key, kind)
    }
    kind.all.rows += 1
    const values = 'id' in message ? JSON.stringify(message.values ?? {}) : ''
    const variant = kind.variants.get(values)
    if (variant) variant.rows += 1
    else if (kind.variants.size <= keptVariants) {
      kind.variants.set(values, { severity, field, message, rows: 1, isExample: false })
    }
  }
  return {
    note({ problems, warnings }: Pick<JudgedRow, 'problems' | 'warnings'>): void {
      for (const field in problems) for (const message of problems[field] ?? []) note('problem', field, message)
      for (const message of warnings) note('warning', null, message)
    },
    list: (): BulkFinding[] =>
      [...found.values()]
        .flatMap(({ all, variants }) => (variants.size <= keptVariants ? [...variants.values()] : [all]))
        .toSorted((a, b) => b.rows - a.rows)
        .slice(0, keptFindings),
  }
}
