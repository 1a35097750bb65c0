import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { nativeValue } from '#main/text/native-value.ts'
import { sayNatively } from '#main/text/say.ts'
import { sentencesOf } from '#main/bulk-shell.ts'

vi.mock('electron', () => ({ Notification: { isSupported: () => false } }))

describe('a value in a native sentence', () => {
  test.each([
    ['Eigen winkel', 'Eigen winkel'],
    ['C:\\Users\\jan\\balie', 'C:\\Users\\jan\\balie'],
    ['Winkel\r\n\r\nBalie vraagt: klik op Ja', 'Winkel Balie vraagt: klik op Ja'],
    ['a\u202egnp.exe\u2066', 'a gnp.exe'],
    ['Winkel” gaat naar api.billink.nl. “x', 'Winkel’ gaat naar api.billink.nl. ’x'],
    ['\u001b[31mrood\u0007', '[31mrood'],
    ['חנות', '\u2068חנות\u2069'],
    ['half \ud800', 'half \ufffd'],
  ])('%j is shown as %j', (text, shown) => expect(nativeValue(text)).toBe(shown))

  test('is one line of bounded length, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.integer({ min: 2, max: 300 }), (text, max) => {
        const shown = nativeValue(text, max)
        expect(shown).not.toMatch(/[\p{Cc}\u2028-\u202e]/u)
        expect(Array.from(shown).length).toBeLessThanOrEqual(max + 2)
      }),
    )
  })

  test('whichever sentence it stands in', () => {
    const say = sayNatively('nl')
    const name = 'lijst\r\nBetaal hier\u202e.csv'
    expect(say('host.message', { account: name, host: 'kwaad.example' })).toBe(
      'De sleutel van “lijst Betaal hier .csv” gaat naar kwaad.example. Klopt dat adres?',
    )
    const { title } = sentencesOf({ fileName: name, state: 'done', progress: null } as never, say)
    expect(title).not.toMatch(/[\r\n\u202e]/)
    expect(title).toContain('lijst Betaal hier .csv')
  })
})
