import type { BulkFinding, FindingKey } from '#shared/domain/bulk-check.ts'
import type { Message } from '#shared/domain/message.ts'

const nameOf = (message: Message) => ('id' in message ? message.id : message.text)
const valuesOf = (message: Message) => ('id' in message ? JSON.stringify(message.values ?? {}) : '')

const isSameKind = (a: FindingKey, b: FindingKey): boolean =>
  a.severity === b.severity && a.field === b.field && nameOf(a.message) === nameOf(b.message)

/** Whether two findings say the same; of two that stand for any values, the values are examples. */
export const isSameFinding = (a: FindingKey, b: FindingKey): boolean =>
  isSameKind(a, b) && a.isExample === b.isExample && (a.isExample || valuesOf(a.message) === valuesOf(b.message))

/** How many rows a finding is still said of, once others were mended: what stood for any values may be told one by one by then. */
export const rowsOf = (findings: readonly BulkFinding[], key: FindingKey): number =>
  findings
    .filter((one) => (key.isExample ? isSameKind(one, key) : isSameFinding(one, key)))
    .reduce((sum, { rows }) => sum + rows, 0)
