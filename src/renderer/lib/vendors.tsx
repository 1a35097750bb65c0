import { createContext, use, type ReactNode } from 'react'
import { kindOfVendor, type Kind, type Vendor } from '#shared/domain/kinds.ts'
import type { RendererVendor, RendererVendors } from '../vendors/vendor.ts'

const VendorsContext = createContext<RendererVendors | null>(null)

/** Gives the screens the list of vendors, so that none of them knows which there are. */
export const VendorsProvider = ({ vendors, children }: { vendors: RendererVendors; children: ReactNode }) => (
  <VendorsContext value={vendors}>{children}</VendorsContext>
)

/** All vendors, by the kind of their items. */
export function useVendors(): RendererVendors {
  const vendors = use(VendorsContext)
  if (!vendors) throw new Error('useVendors needs a VendorsProvider above it')
  return vendors
}

/** The vendor that items of this kind go to. */
export const useVendorOf = <K extends Kind>(kind: K): RendererVendor<K> => useVendors()[kind]

/** A vendor by its own name, as an account has it. */
export const useVendor = (vendor: Vendor): Pick<RendererVendor, 'settings' | 'bulk'> => useVendors()[kindOfVendor(vendor)]
