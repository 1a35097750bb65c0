/** One after the other for each run: a check that goes on must not meet an edit or a start. */
export function createTurns() {
  const last = new Map<number, Promise<unknown>>()
  return <T>(runId: number, work: () => Promise<T> | T): Promise<T> => {
    const before = last.get(runId) ?? Promise.resolve()
    const result = before.then(work, work)
    const settled = result.then(
      () => undefined,
      () => undefined,
    )
    last.set(runId, settled)
    void settled.then(() => {
      if (last.get(runId) === settled) last.delete(runId)
    })
    return result
  }
}
export type Turns = ReturnType<typeof createTurns>

/** Lets the app answer between two pieces of a long work. */
export const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
