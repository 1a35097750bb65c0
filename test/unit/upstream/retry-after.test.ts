import { expect, test } from 'vitest'
import { retryAfterMs } from '#main/upstream/retry-after.ts'

const now = Date.parse('2026-10-21T07:28:00Z')
const day = 24 * 60 * 60_000

test.each<[unknown, unknown, number | null]>([
  ['0', undefined, 0],
  ['120', undefined, 120_000],
  [' 5 ', undefined, 5_000],
  ['Wed, 21 Oct 2026 07:30:00 GMT', undefined, 120_000],
  ['Wed, 21 Oct 2026 07:30:00 GMT', 'Wed, 21 Oct 2026 07:29:30 GMT', 30_000],
  ['Wed, 21 Oct 2026 07:30:00 GMT', 'not a date', 120_000],
  ['Wed, 21 Oct 2026 07:00:00 GMT', undefined, 0],
  ['Wednesday, 21-Oct-26 07:30:00 GMT', undefined, 120_000],
  ['Wed Oct 21 07:30:00 2026 GMT', undefined, 120_000],
  ['999999999999', undefined, day],
  ['Wed, 21 Oct 2099 07:30:00 GMT', undefined, day],
  ['-5', undefined, null],
  ['1.5', undefined, null],
  ['soon', undefined, null],
  ['2026', undefined, 2_026_000],
  ['', undefined, null],
  [undefined, undefined, null],
  [['120', '60'], undefined, null],
])('Retry-After %j, Date %j: %j milliseconds', (retryAfter, date, expected) => {
  expect(retryAfterMs(retryAfter, date, now)).toBe(expected)
})
