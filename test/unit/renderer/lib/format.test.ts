import { describe, expect, test } from 'vitest'
import { formatter } from '../../../../src/renderer/lib/format.ts'

const now = new Date('2026-11-22T20:00:00Z')
const dutch = formatter('nl', 'Europe/Amsterdam')
const english = formatter('en', 'Europe/Amsterdam')
/** Intl parts figures and units by a no-break space. */
const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('dates', () => {
  test('today is a time, in the time zone of the computer', () => {
    expect(dutch.moment('2026-11-22T13:32:00Z', now)).toBe('14:32')
    expect(english.moment('2026-11-22T13:32:00Z', now)).toBe('14:32')
  })

  test('another day says which, and another year too', () => {
    expect(dutch.moment('2026-11-15T13:32:00Z', now)).toBe('zo 15 nov 14:32')
    expect(english.moment('2026-11-15T13:32:00Z', now)).toBe('Sun 15 Nov 14:32')
    expect(dutch.moment('2025-11-15T13:32:00Z', now)).toBe('15 nov 2025 14:32')
  })

  test('what is still yesterday in UTC can be today here', () => {
    expect(dutch.moment('2026-11-21T23:30:00Z', now)).toBe('00:30')
  })

  test('summer time is followed', () => {
    expect(dutch.moment('2026-07-01T12:00:00Z', now)).toBe('wo 1 jul 14:00')
  })

  test('a record gives the second', () => {
    expect(dutch.exactMoment('2026-11-22T13:32:07Z', now)).toBe('zo 22 nov 14:32:07')
  })
})

test('an age is said in one unit, and the first minute is now', () => {
  expect(dutch.age(59_000)).toBe('nu')
  expect(english.age(0)).toBe('now')
  expect(spaced(dutch.age(60_000))).toBe('1 min')
  expect(spaced(dutch.age(3 * 3_600_000 + 1))).toBe('3 uur')
})

describe('sizes', () => {
  test('are counted as file managers do, in the language on screen', () => {
    expect(spaced(dutch.bytes(512))).toBe('512 byte')
    expect(spaced(dutch.bytes(2048))).toBe('2 kB')
    expect(spaced(dutch.bytes(1_284_221))).toBe('1,2 MB')
    expect(spaced(english.bytes(1_284_221))).toBe('1.2 MB')
  })
})
