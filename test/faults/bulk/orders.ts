import type { BulkRun } from '#shared/domain/bulk.ts'
import type { VendorUrls } from '../harness/accounts.ts'

/** What is asked of the person in one life, beside going on where the last one ended. */
export type Act = 'go on' | 'pause' | 'stop' | 'retry' | 'undo' | 'decide'

/** The moment at which the process ends by itself. */
export type Moment =
  | 'write'
  | 'piece read'
  | 'file stored'
  | 'claim uncommitted'
  | 'claim unflushed'
  | 'claim flushed'
  | 'result uncommitted'
  | 'result committed'
  | 'recovering'
  | 'decided'
  | 'indexed'

/** When counting its moments begins: with the process, or with something the person does. */
export type From = 'opening' | 'reading' | 'checking' | 'starting' | 'sending' | 'acting'

export interface Crash {
  from: From
  moment: Moment
  nth: number
}

/** What a row of unknown outcome was, as only the vendor knows. */
export interface Truth {
  runId: string
  row: number
  arrived: boolean
}

/** A life of the desk with a run of a table. */
export interface BulkOrders {
  folder: string
  urls: VendorUrls
  epoch: number
  life: string
  table: { kind: 'notes' | 'disputes'; file: string; filesFolder: string | null }
  connections: number
  act: Act
  /** The run that takes back the first one. */
  undoing: boolean
  crash: Crash | null
  truths: Truth[]
  /** Another process works on the same run, whose changes nobody tells this one. */
  inCompany: boolean
  /** Comes to the end and leaves by itself; else it waits there to be killed. */
  leaves: boolean
}

/** A run as the person sees it. */
export type SeenRun = Pick<BulkRun, 'id' | 'state' | 'progress'>

/** What a life says. */
export type BulkEvent =
  /** Nothing has been started yet. */
  | { type: 'opened'; runs: SeenRun[] }
  /** A single item that was filed since has left and come back, and no person has said that the run may go on. */
  | { type: 'asked'; runs: SeenRun[] }
  | { type: 'acted' }
  | { type: 'finished' }
  | { type: 'trouble'; text: string }

/** How much faster the desk's time goes than ours. */
export const timeFactor = 50

/** The single item by which a life shows that it sends. */
export const canaryMarker = (life: string): string => `canary-${life}`
export const isCanary = (marker: string): boolean => marker.startsWith('canary-')
