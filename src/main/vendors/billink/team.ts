import type { DisputePayload } from '#shared/vendors/billink/dispute.ts'
import type { BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { VendorTeam } from '../vendor.ts'

/**
 * A dispute is about an invoice of a merchant, in capitals or not, as the ledger compares them: the letters of ASCII alone, since
 * what else is a capital depends on a database's collation.
 */
export const disputeTeam: VendorTeam<DisputePayload, BillinkSettings> = {
  identity: ({ username }) => username,
  aboutSql: `jsonb_build_array('dispute', a.origin, a.identity, lower((p #>> '{dispute,invoice}') COLLATE "C"))`,
  about: ({ dispute }, { origin, identity }) => [
    'dispute',
    origin,
    identity,
    dispute.invoice.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()),
  ],
}
