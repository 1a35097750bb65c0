import type { Ledger } from '../ledger.ts'
import { fillerOf, resetIndex } from './index-fill.ts'

/** Few enough that main answers in between: each item costs the index about a tenth of a millisecond. */
const atOnce = 50
const restMs = 5

/** Fills the index by and by, while the app is used. */
export function indexFiller(
  ledger: Ledger,
  after: (ms: number, call: () => void) => void,
  log: (message: string, error: unknown) => void,
) {
  let fill = fillerOf(ledger.db)
  let isBusy = false
  let isStopped = false
  function next(): void {
    isBusy = false
    if (isStopped) return
    try {
      if (!ledger.unflushed(() => fill(atOnce))) return
    } catch (error) {
      // History goes on with what the index has; the next start takes it up again.
      return log('The search index could not be filled', error)
    }
    isBusy = true
    after(restMs, next)
  }
  return {
    /** Goes on where it was. */
    start(): void {
      if (!isBusy) next()
    },
    /** A reader found it damaged. */
    anew(): void {
      if (isStopped) return
      resetIndex(ledger.db)
      fill = fillerOf(ledger.db)
      this.start()
    },
    stop(): void {
      isStopped = true
    },
  }
}
