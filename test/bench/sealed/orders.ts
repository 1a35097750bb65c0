/** Of no worth to anyone: what is sealed under it is made up. */
export const benchKey = Buffer.alloc(32, 'bench')

/** One process on one ledger of so many items. */
export interface SealedOrders {
  file: string
  sealed: boolean
  items: number
  /** Numbers what this process writes. */
  from: number
}
