import type { DuplicateVerdict } from '../../../bulk/vocabulary/bulk-vendor.ts'

/**
 * Tells, row after row, which invoice is disputed already: in the rows before it, or by this account in the ledger. An earlier
 * dispute is a warning in the single form (specs/decisions.md, "Duplicates"), so here the person decides about them as a group.
 */
export function disputeDuplicates(known: (invoice: string) => boolean) {
  const seen = new Map<string, number>()
  return (row: number, invoice: string): DuplicateVerdict => {
    const key = invoice.toLowerCase()
    const earlier = seen.get(key)
    if (earlier !== undefined)
      return { duplicate: true, warnings: [{ id: 'bulk.row.sameInvoice', values: { row: earlier, invoice } }] }
    seen.set(key, row)
    return known(invoice)
      ? { duplicate: true, warnings: [{ id: 'bulk.row.knownInvoice', values: { invoice } }] }
      : { duplicate: false, warnings: [] }
  }
}
