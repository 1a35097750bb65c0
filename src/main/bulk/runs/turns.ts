/** The app is leaving: a work that has not begun yet does not begin any more. */
export class Leaving extends Error {
  constructor() {
    super('The app is leaving')
    this.name = 'Leaving'
  }
}

/** One after the other for each run: a check that goes on must not meet an edit or a start. */
export interface Turns {
  <T>(runId: number, work: () => Promise<T> | T): Promise<T>
  /** Aborted when the app leaves: a work that takes minutes breaks off where it can be taken up again. */
  leaving: AbortSignal
  /** Nothing begins any more; resolves when what was at work is done. */
  close(): Promise<void>
}

/** The turns of all runs of a desk. */
export function createTurns(): Turns {
  const last = new Map<number, Promise<unknown>>()
  const leaving = new AbortController()
  const turn = <T>(runId: number, work: () => Promise<T> | T): Promise<T> => {
    const before = last.get(runId) ?? Promise.resolve()
    const begin = () => {
      leaving.signal.throwIfAborted()
      return work()
    }
    const result = before.then(begin, begin)
    const over = () => {
      if (last.get(runId) === settled) last.delete(runId)
    }
    // Whoever asked for it hears of a failure; the next in line only waits for its end.
    const settled: Promise<void> = result.then(over, over)
    last.set(runId, settled)
    return result
  }
  return Object.assign(turn, {
    leaving: leaving.signal,
    async close(): Promise<void> {
      leaving.abort(new Leaving())
      await Promise.all(last.values())
    },
  })
}
/** Lets the app answer between two pieces of a long work. */
export const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
