import { vendorName, type Vendor } from './kinds.ts'

interface Named {
  readonly id: string
  readonly name: string
  /** Null where it can't be read. */
  readonly vendor: Vendor | null
}

/** Accounts of all vendors in one list, by their names: of several that have the same, each with its vendor behind it. */
export function accountLabels(accounts: readonly Named[]): { id: string; name: string }[] {
  const key = (name: string) => name.trim().toLowerCase()
  const times = new Map<string, number>()
  for (const { name } of accounts) times.set(key(name), (times.get(key(name)) ?? 0) + 1)
  return accounts.map(({ id, name, vendor }) => {
    const isAmbiguous = vendor !== null && (times.get(key(name)) ?? 0) > 1
    return { id, name: isAmbiguous ? `${name} (${vendorName(vendor)})` : name }
  })
}
