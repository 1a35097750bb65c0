import type { ReactNode } from 'react'
import { kindNames } from '#shared/domain/kinds.ts'
import { useVendors } from '../../lib/vendors.tsx'

/** The screen in view with what vendors lay around every one. */
export function VendorsAround({ children }: { children: ReactNode }) {
  const vendors = useVendors()
  return kindNames.reduceRight<ReactNode>((inside, kind) => {
    const { Around } = vendors[kind]
    return Around ? <Around>{inside}</Around> : inside
  }, children)
}
