/**
 * One after the other for each draft, so that what a person did last is what stays, however long the first takes; and which drafts
 * have a file on its way, which none of them shows yet.
 */
export function turns() {
  const last = new Map<string, Promise<unknown>>()
  const expected = new Set<string>()
  return {
    inTurn<T>(draftId: string, work: () => Promise<T>): Promise<T> {
      const run = (last.get(draftId) ?? Promise.resolve()).then(work, work)
      const over = () => {
        if (last.get(draftId) === settled) last.delete(draftId)
      }
      // Whoever asked for it hears of a failure; the next in line only waits for its end.
      const settled: Promise<void> = run.then(over, over)
      last.set(draftId, settled)
      return run
    },
    /** A page brings one piece by piece: whether the last piece comes is not known. */
    expect: (draftId: string) => void expected.add(draftId),
    isExpecting: (draftId: string) => last.has(draftId) || expected.has(draftId),
  }
}
export type Turns = ReturnType<typeof turns>
