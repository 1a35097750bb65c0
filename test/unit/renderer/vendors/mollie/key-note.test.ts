import { describe, expect, test } from 'vitest'
import { newMollieSettings } from '#shared/vendors/mollie/settings.ts'
import { keyNote, modeOfKey } from '../../../../../src/renderer/vendors/mollie/key-note.ts'

const say = (id: string) => id
const live = newMollieSettings()
const test_ = { ...live, mode: 'test' as const }

describe('a key while it is typed', () => {
  test.each([
    ['', null],
    ['li', null],
    ['live_', 'live'],
    [' test_abc', 'test'],
    ['access_abc', 'organisation'],
    ['sk_live_abc', 'unknown'],
  ])('%j says %s', (typed, mode) => {
    expect(modeOfKey(typed)).toBe(mode)
  })

  test('is said to fit its account, or not to', () => {
    expect(keyNote(say, 'live_abc', live)).toBe('payment-notes.key.live')
    expect(keyNote(say, 'live_abc', test_)).toBe('payment-notes.key.live.other')
    expect(keyNote(say, 'test_abc', live)).toBe('payment-notes.key.test.other')
    expect(keyNote(say, 'test_abc', test_)).toBe('payment-notes.key.test')
    expect(keyNote(say, 'tes', live)).toBeNull()
  })
})
