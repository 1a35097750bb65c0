import { vendors as vendorNames, type Vendor } from '#shared/domain/kinds.ts'
import type { PracticeVendor } from '../practice/vendor.ts'
import { startPracticeServer, type PracticeServer } from '../practice/server.ts'
import { mainVendors } from './index.ts'

type PracticeOf<V extends Vendor> = (typeof mainVendors)[V]['practice']

export type PracticeOptions = {
  /** 0, the default, takes any free port. */
  port?: number
} & { [V in Vendor]?: Parameters<PracticeOf<V>['create']>[0] }

type PracticeVendors = { [V in Vendor]: Awaited<ReturnType<PracticeOf<V>['create']>> }

/** Starts the practice environment with every vendor in it. Loaded only where it is used: its code is no part of a start. */
export async function createPractice(options: PracticeOptions = {}) {
  const made: Partial<Record<Vendor, PracticeVendor>> = {}
  for (const vendor of vendorNames) {
    const { create }: { create(options?: object): Promise<PracticeVendor> } = mainVendors[vendor].practice
    made[vendor] = await create(options[vendor])
  }
  const vendors = made as PracticeVendors
  const server: PracticeServer = await startPracticeServer(Object.values(vendors), options.port)
  return {
    ...server,
    vendors,
    /** What an account's address is set to. */
    addressOf: (vendor: keyof PracticeVendors): string => server.origin + vendors[vendor].base,
  }
}
export type Practice = Awaited<ReturnType<typeof createPractice>>
