import { describe, expect, test } from 'vitest'
import { stepTo } from '../../../../src/renderer/ui/list-keys.ts'

describe('keys in a list', () => {
  test.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', -1, 9],
    ['j', 3, 4],
    ['k', 3, 2],
    ['k', -1, 9],
  ])('%s from %i goes to %i of ten', (key, from, to) => {
    expect(stepTo(key, from, 10, 5)).toBe(to)
  })

  test('other keys and empty lists move nothing', () => {
    expect(stepTo('a', 3, 10, 5)).toBeNull()
    expect(stepTo('ArrowDown', -1, 0, 5)).toBeNull()
  })
})
