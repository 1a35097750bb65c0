import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownText } from '../../../../src/renderer/lib/shown-text.ts'

describe('somebody’s text on a screen', () => {
  test.each([
    ['Factuur 12 klopt niet.\nBel me.', 'Factuur 12 klopt niet.\nBel me.'],
    ['betaal \u202e9876543210', 'betaal 9876543210'],
    ['fac\u2067tuur\u2069', 'factuur'],
    ['familie 👨‍👩‍👧', 'familie 👨‍👩‍👧'],
    ['שלום 123', '\u2068שלום 123\u2069'],
    ['rood\u001b[31m\u0007', 'rood[31m'],
  ])('%j shows as %j', (text, shown) => expect(shownText(text)).toBe(shown))

  test('never steers what stands beside it, and keeps every sign that is to be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = shownText(text).replace(/^\u2068|\u2069$/g, '')
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
        expect(Array.from(shown).length).toBeLessThanOrEqual(Array.from(text).length)
      }),
    )
  })
})
