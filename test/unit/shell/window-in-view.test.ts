import { expect, test } from 'vitest'
import { placeInView, type Place, type Rectangle } from '#main/shell/window-in-view.ts'

const screenA: Rectangle = { x: 0, y: 24, width: 1920, height: 1056 }
const screenB: Rectangle = { x: 1920, y: 0, width: 2560, height: 1440 }
const small: Rectangle = { x: 0, y: 0, width: 700, height: 500 }
const place = (x: number | undefined, y: number | undefined, width = 1280, height = 820): Place => ({
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
  width,
  height,
  maximized: false,
})

test.each<[name: string, place: Place, areas: Rectangle[], expected: Partial<Place>]>([
  ['where it stood', place(100, 100), [screenA], { x: 100, y: 100, width: 1280, height: 820 }],
  ['on a second monitor', place(2000, 200), [screenA, screenB], { x: 2000, y: 200 }],
  ['on a monitor that is gone', place(2000, 200), [screenA], { x: 640, y: 200 }],
  ['far to the left', place(-4000, 100), [screenA], { x: 0, y: 100 }],
  ['far above', place(-9000, -9000), [screenA], { x: 0, y: 24 }],
  ['below the last line', place(100, 5000), [screenA], { x: 100, y: 260 }],
  ['with its title bar under the menu bar', place(100, 0), [screenA], { y: 24 }],
  ['partly beside the screen, with enough to hold', place(-1000, 100), [screenA], { x: -1000 }],
  ['with a sliver to hold', place(-1250, 100), [screenA], { x: 0 }],
  ['of one pixel', place(10, 30, 1, 1), [screenA], { x: 10, y: 30, width: 800, height: 560 }],
  ['larger than the screen', place(0, 24, 5000, 4000), [screenA], { width: 1920, height: 1056, x: 0, y: 24 }],
  ['on a screen smaller than the least size', place(0, 0), [small], { width: 800, height: 560, x: 0, y: 0 }],
  ['never placed', place(undefined, undefined), [screenA], { width: 1280, height: 820 }],
])('a window %s', (_name, given, areas, expected) => {
  expect(placeInView(given, areas)).toMatchObject(expected)
})

test('a window that was never placed is left to the system, and no screens are no reason to fail', () => {
  expect(placeInView(place(undefined, undefined), [screenA])).not.toHaveProperty('x')
  expect(placeInView({ ...place(5, 5), maximized: true }, [])).toEqual({ width: 1280, height: 820, maximized: true })
})
