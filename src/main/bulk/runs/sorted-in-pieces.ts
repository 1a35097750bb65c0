import { breath } from '../vocabulary/breath.ts'

/** What is sorted at once: a moment's work, however slow the comparison of two texts. */
const piece = 256
const comparisonsInOneGo = 2_000

/** A stable sort that lets the app answer in between: a hundred thousand texts compared in one go would hold everything up. */
export async function sortedInPieces<T>(items: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += piece) {
    runs.push(items.slice(from, from + piece).toSorted(compare))
    await breath()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      const [left = [], right] = [runs[at], runs[at + 1]]
      merged.push(right ? await mergeInPieces(left, right, compare) : left)
    }
    runs = merged
  }
  return runs[0] ?? []
}

async function mergeInPieces<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  const merged: T[] = []
  let [l, r] = [0, 0]
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l], right[r]]
    // The earlier one first where both are the same: so it stays stable.
    const takesLeft = r >= right.length || (l < left.length && compare(a as T, b as T) <= 0)
    if (takesLeft) {
      merged.push(a as T)
      l += 1
    } else {
      merged.push(b as T)
      r += 1
    }
    if (merged.length % comparisonsInOneGo === 0) await breath()
  }
  return merged
}
