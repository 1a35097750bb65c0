import { expect, test } from 'vitest'
import { nearest } from '../../../../src/renderer/lib/list-order.ts'

const items = [
  { id: 'a', waits: true },
  { id: 'b', waits: false },
  { id: 'c', waits: true },
  { id: 'd', waits: false },
]
const cases: [done: string, next: string | null][] = [
  ['a', 'c'],
  ['b', 'c'],
  ['c', 'a'],
  ['d', 'c'],
  // What is open came from elsewhere and is not in the list any more.
  ['x', 'a'],
]
test.each(cases)('behind %s a person goes on with %s', (done, next) => {
  expect(nearest(items, done, ({ waits }) => waits)?.id ?? null).toBe(next)
})

test('nothing is left to go on with where nothing else waits', () => {
  expect(nearest(items.slice(0, 2), 'a', ({ waits }) => waits)).toBeNull()
  expect(nearest([], 'a', () => true)).toBeNull()
})
