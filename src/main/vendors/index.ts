import {
  actionOf,
  kindOf,
  kindOfBulk,
  kinds,
  submissionKindSchema,
  vendors,
  vendorName,
  type BulkKind,
  type Kind,
  type SubmissionKind,
  type Vendor,
} from '#shared/domain/kinds.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import {
  sharedVendors,
  type AccountSettings,
  type Destination,
  type Payload,
  type vendorContract,
} from '#shared/vendors/index.ts'
import type { AnyBulkVendor } from '../bulk/vocabulary/bulk-vendor.ts'
import { headerNamesOf, type HeaderNames } from '../bulk/vocabulary/column-names.ts'
import { outcomeOf } from '../upstream/outcome.ts'
import type { Evidence, Outcome } from '../upstream/types.ts'
import { billink } from './billink/index.ts'
import { digiwallet } from './digiwallet/index.ts'
import { mollie } from './mollie/index.ts'
import type { TeamKind } from '../team/server/functions/keys.ts'
import type { Caller, MainVendor, VendorDeps } from './vendor.ts'

/** THE list on this side. */
export const mainVendors = { billink, digiwallet, mollie } as const satisfies Record<Vendor, unknown>

/** A vendor whose items and accounts are whatever its kind makes them: to be given those of this vendor alone. */
export type AnyMainVendor = MainVendor<Payload, AccountSettings, Destination>
export const mainVendor = (vendor: Vendor): AnyMainVendor => mainVendors[vendor]
export const mainVendorOf = (kind: Kind): AnyMainVendor => mainVendors[kinds[kind].vendor]

/** The requests for a destination; an item or file of another vendor's makes none. */
export function callerOf(destination: Destination, secret: string): Caller<Payload> {
  const caller = mainVendor(destination.kind).caller(destination, secret)
  const { kind } = destination
  return {
    call(payload, file) {
      const { vendor, attachment } = kinds[payload.kind]
      return vendor === kind && (attachment || !file) ? caller.call(payload, file) : null
    },
    ...(caller.readFirst && {
      readFirst: (payload: Payload) => (kinds[payload.kind].vendor === kind ? (caller.readFirst?.(payload) ?? null) : null),
    }),
  }
}

/** Turns what is known after a try into a state, and a reason in the vendor's words. */
export function decideOutcome(evidence: Evidence, kind: SubmissionKind): Outcome {
  const vendor = mainVendorOf(kindOf(kind))
  const outcome = outcomeOf(evidence, kind, { ...vendor, name: vendorName(kinds[kindOf(kind)].vendor) })
  const isGone = actionOf(kind) === 'delete' && outcome.state === 'rejected' && vendor.saysGone(outcome)
  return isGone ? { ...outcome, isGone } : outcome
}

/** What tables of a kind need of its vendor. */
export const bulkVendorOf = (kind: BulkKind): AnyBulkVendor => mainVendorOf(kindOfBulk(kind)).bulk

/** What columns are called, whatever a table is of: by these the row is found that names them. */
export const headerNames: HeaderNames = headerNamesOf(
  vendors.flatMap((vendor) =>
    Object.values(mainVendor(vendor).bulk.clues(sharedVendors[vendor].newSettings()).fields).map(({ names }) => names),
  ),
)

/** What each kind of item is about, as a team's shared store computes it. */
export const teamKinds: readonly TeamKind[] = submissionKindSchema.options.map((kind) => {
  const { vendor } = kinds[kindOf(kind)]
  return { kind, vendor, keySql: mainVendor(vendor).team.aboutSql }
})

/** The handlers of all groups that are the vendors' own. */
export const vendorHandlers = (deps: VendorDeps): Handlers<typeof vendorContract> =>
  Object.assign({}, ...vendors.map((vendor) => mainVendor(vendor).handlers(deps))) as Handlers<typeof vendorContract>
