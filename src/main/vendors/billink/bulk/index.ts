import type { BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { DisputePayload, CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import type { BulkVendor } from '../../../bulk/vocabulary/bulk-vendor.ts'
import { checkDispute, disputeContextOf } from './check-dispute.ts'
import { disputeClues } from './columns.ts'
import { disputeDuplicates } from './duplicates.ts'

/** Tables of disputes. */
export const disputeBulk: BulkVendor<BillinkSettings, CompleteDispute, DisputePayload> = {
  clues: () => disputeClues,
  checks(settings, { boundOrigin, accountId, known, findFile, compare }) {
    const context = disputeContextOf(settings, findFile)
    const invoices = compare ? known.subjectsOf('dispute.create', boundOrigin, accountId) : new Set<string>()
    const duplicateOf = disputeDuplicates((invoice) => invoices.has(invoice.toLowerCase()))
    return {
      check: (row) => checkDispute(row, context),
      duplicateOf: (row, { invoice }) => duplicateOf(row, invoice),
    }
  },
  isTest: () => null,
  undo: null,
}
