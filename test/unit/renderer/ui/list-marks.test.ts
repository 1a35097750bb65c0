import { expect, test } from 'vitest'
import { marksAfterClick, marksAfterKey } from '../../../../src/renderer/ui/list-marks.ts'

const all = ['a', 'b', 'c', 'd']
const none = { ctrlKey: false, metaKey: false, shiftKey: false }
const held = (name: keyof typeof none) => ({ ...none, [name]: true })

function marking(...first: string[]) {
  let keys: ReadonlySet<string> = new Set(first)
  const marks = () => ({ keys, onChange: (next: ReadonlySet<string>) => (keys = next) })
  return {
    click: (holding: typeof none, at: number, from: number) => marksAfterClick(holding, marks(), all, at, from),
    key: (key: string, at: number, holding = none) => marksAfterKey({ key, ...holding }, marks(), all, at),
    keys: () => [...keys].join(''),
  }
}

test('a click alone opens; with Ctrl or ⌘ it marks and unmarks, with Shift all on the way', () => {
  const list = marking()
  expect(list.click(none, 1, 0)).toBe(false)
  list.click(held('ctrlKey'), 1, 0)
  list.click(held('metaKey'), 3, 1)
  expect(list.keys()).toBe('bd')
  list.click(held('ctrlKey'), 1, 3)
  expect(list.keys()).toBe('d')
  list.click(held('shiftKey'), 0, 2)
  expect(list.keys().split('').toSorted().join('')).toBe('abcd')
})

test('keys mark: Space one, Shift and arrows more, Ctrl+A all, Escape none', () => {
  const list = marking()
  list.key(' ', 1)
  list.key('ArrowDown', 1, held('shiftKey'))
  expect(list.keys()).toBe('bc')
  list.key('a', 0, held('ctrlKey'))
  expect(list.keys().length).toBe(4)
  expect([list.key('Escape', 0), list.keys(), list.key('Escape', 0), list.key('ArrowDown', 0)]).toEqual([true, '', false, false])
})
