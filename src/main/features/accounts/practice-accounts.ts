import { randomUUID } from 'node:crypto'
import { vendors, type Vendor } from '#shared/domain/kinds.ts'
import { sharedVendors, type AccountSettings } from '#shared/vendors/index.ts'
import type { AccountRecords } from '../../storage/account-records.ts'

/**
 * First start: a practice account of each vendor, ready to use, so that nobody has to fill in anything to try. Answers null where
 * there are accounts already.
 */
export function makePracticeAccounts(
  records: Pick<AccountRecords, 'isEmpty' | 'save'>,
  /** What differs from a new account; everything in it is public. */
  practiceSettings: (vendor: Vendor) => Partial<AccountSettings>,
  now: () => Date = () => new Date(),
): Record<Vendor, string> | null {
  if (!records.isEmpty()) return null
  const practice = { environment: 'practice', name: 'Oefenwinkel', url: null } as const
  const make = (vendor: Vendor): string => {
    const id = randomUUID()
    const settings = { ...sharedVendors[vendor].newSettings(), ...practice, ...practiceSettings(vendor) } as AccountSettings
    records.save({
      id,
      settings,
      secretOrigin: null,
      secretLastFour: null,
      createdAt: now().toISOString(),
      archivedAt: null,
    })
    return id
  }
  return Object.fromEntries(vendors.map((vendor) => [vendor, make(vendor)])) as Record<Vendor, string>
}
