/** The app is closing: a work that has not begun yet does not begin any more. */
export class Closing extends Error {
  constructor() {
    super('The app is closing')
    this.name = 'Closing'
  }
}

/** One after the other for each run: a check that goes on must not meet an edit or a start. */
export interface RunLock {
  <T>(runId: number, work: () => Promise<T> | T): Promise<T>
  /** Aborted when the app closes: a work that takes minutes breaks off where it can be taken up again. */
  closing: AbortSignal
  /** Nothing begins any more; resolves when what was at work is done. */
  close(): Promise<void>
}

/** The locks of all runs of a desk. */
export function createRunLock(): RunLock {
  const last = new Map<number, Promise<unknown>>()
  const closing = new AbortController()
  const lock = <T>(runId: number, work: () => Promise<T> | T): Promise<T> => {
    const before = last.get(runId) ?? Promise.resolve()
    const begin = () => {
      closing.signal.throwIfAborted()
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
  return Object.assign(lock, {
    closing: closing.signal,
    async close(): Promise<void> {
      closing.abort(new Closing())
      await Promise.all(last.values())
    },
  })
}

/** Work on a run that nobody waits for; what goes wrong in it is told in the log. */
export type InBackground = (runId: number, trouble: string, work: () => Promise<void>) => void

/** Lets work wait for its run's lock by itself. */
export const inBackgroundOf =
  (runLock: RunLock, log: (message: string, error: unknown) => void): InBackground =>
  (runId, trouble, work) => {
    runLock(runId, work).catch((error: unknown) => {
      if (!(error instanceof Closing)) log(trouble, error)
    })
  }
