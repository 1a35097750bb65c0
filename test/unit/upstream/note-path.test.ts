import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteCaller } from '#main/vendors/digiwallet/requests.ts'
import { noteTextProblems, updatePath } from '#shared/vendors/digiwallet/note-text.ts'
import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import type { NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'

const destination = { url: 'https://api.digiwallet.nl', bodyFormat: 'form' } as const
const update = (target: NoteTarget, text: string) =>
  noteCaller(destination, 'key')({ kind: 'note', action: 'update', target, text })

/** Texts as people, and as people who mean harm, write them: every plane of Unicode, escapes, dots, separators, lone surrogates. */
const awkward = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  '%2e',
  '%2F',
  '%',
  '%25',
  '?',
  '#',
  ';',
  '&',
  '+',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u2028',
  'é',
  '€',
  '😀',
  '\ud83d',
  "'",
  '(',
  '*',
  '~',
  '\u202e',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.oneof(awkward, fc.string({ unit: 'grapheme-ascii' })), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme-ascii', minLength: 2_000, maxLength: 9_000 }),
)
const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), minLength: 1, maxLength: 40 })
const target = fc.record({
  outletID: digits,
  saleID: digits,
  paymentMethodCode: fc.constantFrom(...paymentMethods.map(({ code }) => code)),
  test: fc.boolean(),
})

describe('the path of an update', () => {
  test('decodes to what was typed, or is refused', () => {
    let sent = 0
    let refused = 0
    fc.assert(
      fc.property(target, text, (note, typed) => {
        const call = update(note, typed)
        const problems = noteTextProblems(typed, 'update', (value) => updatePath({ ...note, text: value }).length)
        expect(call === null).toBe(problems.length > 0)
        if (!call) {
          refused += 1
          return
        }
        sent += 1
        // As a server that decodes before it routes would see it, and as one that decodes after.
        const segments = call.path.split('/')
        expect(segments.length).toBe(7)
        expect(segments.map(decodeURIComponent)).toEqual([
          '',
          'sale-note',
          note.outletID,
          note.saleID,
          note.paymentMethodCode,
          typed,
          note.test ? '1' : '0',
        ])
        expect(decodeURIComponent(call.path).split('/').length).toBe(7)
        expect(call.path).toMatch(/^[\w\-.~%/]+$/)
        expect(call.path.length).toBeLessThanOrEqual(7_500)
        expect(segments[5]).not.toMatch(/^\.+$/)
      }),
      { numRuns: 12_000 },
    )
    // Both sides of the property must have been met, or it would prove little.
    expect(sent).toBeGreaterThan(2_000)
    expect(refused).toBeGreaterThan(2_000)
  })

  test('takes digits and the eight methods alone, whatever is typed', () => {
    const anything = fc.oneof(digits, fc.string(), fc.constantFrom('', '12a', '1/2', '..', '%31', '１２', ' 12 ', '-1', '1e5'))
    fc.assert(
      fc.property(
        anything,
        anything,
        fc.oneof(fc.constantFrom('IDE', 'ide', 'XXX', '../IDE', 'IDE '), fc.string()),
        (outletID, saleID, method) => {
          const paymentMethodCode = method as NoteTarget['paymentMethodCode']
          const call = update({ outletID, saleID, paymentMethodCode, test: false }, 'tekst')
          // As wide as a Chinese sign, which some keyboards write: it is the same digit.
          const meant = (id: string) => id.trim().replaceAll('１', '1').replaceAll('２', '2')
          const isGood = (id: string) => /^[0-9]{1,40}$/.test(meant(id))
          const known = paymentMethods.some(({ code }) => code === method)
          const sendable = isGood(outletID) && isGood(saleID) && known
          expect(call?.path).toBe(sendable ? `/sale-note/${meant(outletID)}/${meant(saleID)}/${method}/tekst/0` : undefined)
        },
      ),
      { numRuns: 10_000 },
    )
  })
})
