import type { VendorUrls } from '../harness/accounts.ts'

/** What the clerk says: each act before it is done, and again once the desk has answered. Only the second is an acknowledgement. */
export type ClerkEvent =
  /** Recovery is over: so many outcomes are unknown. */
  | { type: 'opened'; unknown: number }
  | { type: 'ready' }
  | { type: 'saving'; draft: string; marker: string }
  | { type: 'saved'; draft: string; marker: string; fileSha256: string | null }
  | { type: 'attaching'; draft: string }
  | { type: 'attached'; draft: string; fileSha256: string }
  | { type: 'filing'; draft: string; marker: string }
  | { type: 'filed'; draft: string; item: string; marker: string }
  | { type: 'cancelling'; item: string }
  | { type: 'cancelled'; item: string; draft: string; marker: string; fileSha256: string | null }
  /** Something the desk should not have answered. */
  | { type: 'trouble'; text: string }
  | { type: 'finished' }

/** What the clerk is given to do. */
export interface ClerkOrders {
  folder: string
  urls: VendorUrls
  seed: number
  /** Makes what this life writes different from what another wrote. */
  life: string
  epoch: number
  /**
   * Let everything leave that may, then go; with what `arrived` at the vendor, decide about the rest as well. Without this the
   * clerk works until killed.
   */
  finish?: { arrived: string[] | null }
}

/** How much faster the desk's time goes than ours. */
export const timeFactor = 50

/** Requests the desk has under way at once (src/main/desk.ts). */
export const connections = 4

/** Drafts of 100 kB each: enough for a backup to take some tens of milliseconds. */
export const manyDrafts = 100
