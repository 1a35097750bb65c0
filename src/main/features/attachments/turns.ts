/** One after the other for each draft, so that what a person did last is what stays, however long the first takes. */
export function turns() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(draftId: string, work: () => Promise<T>): Promise<T> => {
    const run = (last.get(draftId) ?? Promise.resolve()).then(work, work)
    const over = () => {
      if (last.get(draftId) === settled) last.delete(draftId)
    }
    // Whoever asked for it hears of a failure; the next in line only waits for its end.
    const settled: Promise<void> = run.then(over, over)
    last.set(draftId, settled)
    return run
  }
}
