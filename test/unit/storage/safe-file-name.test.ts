import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName } from '#main/storage/safe-file-name.ts'

const nasty = fc.constantFrom(
  '/',
  '\\',
  ':',
  '..',
  '. ',
  ' .',
  'CON',
  'nul',
  'COM1',
  'LPT³',
  '.',
  ' ',
  '\u202e',
  '\u200d',
  '\n',
  '\0',
  '\ud800',
  '\ufeff',
  '?',
  '"',
  '.pdf',
  '.exe',
  'é',
  '👨‍👩‍👧',
  '漢',
)
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 60 }).map((parts) => parts.join('')),
)
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i

describe('the name of a file', () => {
  test.each([
    ['Factuur 12.PDF', 'Factuur 12.PDF'],
    ['Klacht – Müller & zoon (2).docx', 'Klacht – Müller & zoon (2).docx'],
    ['familie 👨‍👩‍👧.png', 'familie 👨‍👩‍👧.png'],
    ['.htaccess', '.htaccess'],
    ['C:\\Users\\jan\\nota.pdf', 'nota.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['fac\u202efdp.exe', 'facfdp.exe'],
    ['nota\r\nX-Header: 1.pdf', 'notaX-Header_ 1.pdf'],
    ['wat is dit?.pdf', 'wat is dit_.pdf'],
    ['CON', '_CON'],
    ['con.pdf', '_con.pdf'],
    ['Lpt1 .txt', '_Lpt1 .txt'],
    ['COM²', '_COM²'],
    ['CONtract.pdf', 'CONtract.pdf'],
    ['nota.pdf. . ', 'nota.pdf'],
    ['nota.pdf:verborgen', 'nota.pdf_verborgen'],
    ['a\ud800b.pdf', 'a\ufffdb.pdf'],
    ['..', 'bestand'],
    ['', 'bestand'],
    [' \u200b ', 'bestand'],
    ['map/', 'bestand'],
  ])('%j is %j', (name, safe) => expect(safeFileName(name)).toBe(safe))

  test('keeps its extension where it is cut, and no half sign', () => {
    const long = safeFileName(`${'👨‍👩‍👧'.repeat(40)}.docx`)
    expect(long).toMatch(/^(?:👨‍👩‍👧)+\.docx$/u)
    expect(safeFileName(`${'a'.repeat(1_000)}.pdf`)).toHaveLength(247)
  })

  test('is one on every system, whatever it is made of', () => {
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toBe('')
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255)
        expect(safe.length).toBeLessThanOrEqual(255)
        expect(safe).not.toMatch(/[/\\<>:"|?*\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
        expect(safe).not.toMatch(/[\s.]$|^\s/)
        expect(safe).not.toMatch(device)
        expect(safe.isWellFormed()).toBe(true)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 2_000 },
    )
  })
})
