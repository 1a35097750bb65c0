import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedInPieces } from '#main/bulk/runs/sorted-in-pieces.ts'

test('sorts as the language itself does, and keeps what is the same in its order', async () => {
  const sized = fc
    .integer({ min: 0, max: 1_500 })
    .chain((size) => fc.array(fc.integer({ min: 0, max: 40 }), { minLength: size, maxLength: size }))
  await fc.assert(
    fc.asyncProperty(sized, async (keys) => {
      const items = keys.map((key, at) => ({ key, at }))
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key
      expect(await sortedInPieces(items, compare)).toEqual(items.toSorted(compare))
    }),
    { numRuns: 20 },
  )
})
