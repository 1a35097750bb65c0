import { expect, test } from 'vitest'
import { isUnlikelyOutlet } from '../../../../../src/renderer/vendors/digiwallet/note-editing.ts'

test.each([
  ['62238', false],
  ['62239', false],
  ['62240', true],
  ['62241', false],
  [' 70000 ', true],
  ['', false],
  ['abc', false],
])('an outlet %j is warned of: %s', (outlet, warned) => {
  expect(isUnlikelyOutlet(outlet)).toBe(warned)
})
