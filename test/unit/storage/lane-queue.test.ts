import { describe, expect, test } from 'vitest'
import { LaneQueue } from '#main/storage/lane-queue.ts'
import type { LaneRow } from '#main/storage/lane-row.ts'

/** Rows by number, each of a note or of none, of which the ledger lets some go and holds others. */
function queueOf(notes: readonly (string | null)[], pageRows = 3) {
  const rows = notes.map((noteKey, at) => ({ seq: at + 1, runRow: at + 1, noteKey }) as LaneRow)
  const ledger = { gone: new Set<number>(), held: new Set<number>(), asked: [] as number[] }
  const queue = new LaneQueue({
    readAfter: (runRow) => rows.filter((row) => row.runRow > runRow && !ledger.gone.has(row.seq)).slice(0, pageRows),
    readOne: (seq) => rows.find((row) => row.seq === seq && !ledger.gone.has(seq)) ?? null,
  })
  return {
    queue,
    ledger,
    take: (want: number) =>
      queue
        .take(want, ({ seq }) => {
          ledger.asked.push(seq)
          if (ledger.held.has(seq)) return false
          ledger.gone.add(seq)
          return true
        })
        .map(({ seq }) => seq),
  }
}

describe('the queue of a lane', () => {
  test('gives rows in the order of the table, as many as are wanted', () => {
    const { take } = queueOf([null, null, null, null, null, null, null])
    expect([take(2), take(4), take(9), take(1)]).toEqual([[1, 2], [3, 4, 5, 6], [7], []])
  })

  test('lets what came back go before the rest of the table', () => {
    const { queue, ledger, take } = queueOf([null, null, null, null])
    expect(take(2)).toEqual([1, 2])
    ledger.gone.delete(1)
    queue.free(1)
    expect(take(2)).toEqual([1, 3])
  })

  test('lets a note’s rows go one after the other, and asks for none that waits behind another', () => {
    const { queue, ledger, take } = queueOf(['a', 'a', 'a', 'b', 'a'])
    ledger.held.add(2)
    expect(take(5)).toEqual([1, 4])
    expect([ledger.asked, queue.isBlocked]).toEqual([[1, 2, 4], true])
    ledger.held.clear()
    queue.freeFirstOf('a')
    // One is freed at a time: each frees the next when it is done.
    expect(take(5)).toEqual([2])
    queue.freeFirstOf('a')
    expect(take(5)).toEqual([3])
    queue.freeFirstOf('a')
    expect([take(5), queue.isBlocked]).toEqual([[5], false])
  })

  test('keeps a freed row first of its note when it still has to wait', () => {
    const { queue, ledger, take } = queueOf(['a', 'a', 'a'])
    ledger.held.add(2)
    expect(take(3)).toEqual([1])
    queue.freeFirstOf('a')
    expect(take(3)).toEqual([])
    ledger.held.clear()
    queue.freeFirstOf('a')
    expect(take(3)).toEqual([2])
  })

  test('lets the next of a note go at once where the first is found not to wait any more', () => {
    const { queue, ledger, take } = queueOf(['a', 'a', 'a'])
    ledger.held.add(2)
    expect(take(3)).toEqual([1])
    queue.freeFirstOf('a')
    const claimed = queue.take(3, ({ seq }) => {
      // A repeat that is overdue leaves the queue while it is asked.
      if (seq === 2) ledger.gone.add(2)
      return seq !== 2
    })
    expect(claimed.map(({ seq }) => seq)).toEqual([3])
  })

  test('begins from the top when it forgets, and loses no row', () => {
    const { queue, ledger, take } = queueOf([null, 'a', 'a', null, null])
    ledger.held.add(2)
    expect(take(2)).toEqual([1, 4])
    ledger.held.clear()
    queue.forget()
    expect(queue.isBlocked).toBe(false)
    expect(take(2)).toEqual([2, 3])
    expect(take(2)).toEqual([5])
  })
})
