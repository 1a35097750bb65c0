import { billink } from './billink/index.tsx'
import { digiwallet } from './digiwallet/index.tsx'
import { mollie } from './mollie/index.tsx'
import type { RendererVendors } from './vendor.ts'

/** THE list of vendors on this side: a new one is its folder and a line here. */
export const vendors: RendererVendors = { dispute: billink, note: digiwallet, 'payment-note': mollie }
