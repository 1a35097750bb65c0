import { firstTimes, type Demonstration } from '../../../practice/demonstrations.ts'

const pattern = /^DEMO-(400|401|403|429|500|503|RESET|SILENT)(-ONCE)?$/

/** What an invoice's number demonstrates; no example uses these. */
export type InvoiceDemonstrations = (invoice: string) => Demonstration | null

/** Remembers which once-only demonstrations have been given. */
export function createInvoiceDemonstrations(): InvoiceDemonstrations {
  const isFirst = firstTimes()
  return (invoice) => {
    const [, code, once] = pattern.exec(invoice) ?? []
    if (code === undefined || (once !== undefined && !isFirst(invoice))) return null
    if (code === 'RESET') return { kind: 'cut' }
    return code === 'SILENT' ? { kind: 'silence' } : { kind: 'status', status: Number(code) }
  }
}
