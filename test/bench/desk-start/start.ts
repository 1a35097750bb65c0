import { openDesk } from '#main/desk.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'

/** What a start of main took. */
export interface StartCost {
  /** Until the ledger is open, with everything that main does at once. */
  openMs: number
  /** Until the first screen has been answered. */
  usableMs: number
  /** Until the whole ledger has been read, so that items may leave. */
  sendingMs: number
}

const [folder = ''] = process.argv.slice(2)
// What is loaded once by any start is no part of it.
await import('#main/storage/ledger.ts')
const started = performance.now()
const since = () => performance.now() - started
const desk = await openDesk(faultPorts({ folder, holdSeconds: 10 }))
const openMs = since()
await desk.handlers.accounts.list(undefined)
await desk.handlers.outbox.counts(undefined)
await desk.handlers.outbox.list({ cursor: null, limit: 100 })
const usableMs = since()
await desk.start()
const sendingMs = since()
await desk.close()
process.send?.({ openMs, usableMs, sendingMs } satisfies StartCost)
process.disconnect()
