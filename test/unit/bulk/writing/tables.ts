import fc from 'fast-check'
import { isBlank } from '#main/bulk/vocabulary/table-row.ts'

/** Cells that programs stumble over. */
const awkwardCells = [
  ['', ' ', "'", "''", '=', '+1', '-', '@x', '\t', '\r', '\n', "'=1+1", "''=1", "=cmd|' /C calc'!A0", '＝1', '-5'],
  ['"', '""', '";"', ';', ',', '|', 'a\r\nb', '\u00a0', '\ufeff', '\ufffd', '\uffff', '\u0001', '\u007f', 'sep=;'],
  ['_x000D_', '_x005F_', '_x', '_X0041_', 'constructor', '__proto__', 'toString', '00123', '1E5', '12345678901234567890'],
  ['TRUE', '#N/A', '2026-03-05', '<b>&amp;</b>', ']]>', '😀', '\u{1fffe}', 'e\u0301', '\u2028', 'Balie'],
].flat()
const awkward = fc.constantFrom(...awkwardCells)
const digits = fc.stringMatching(/^\d{0,20}$/)
/** NUL is in no file that can be opened: it is refused when it is read. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', ''))

/** Texts of a cell, also as what stands before or after another. */
export const cell = fc.oneof(
  awkward,
  digits,
  anyText,
  fc.tuple(awkward, anyText).map(([a, b]) => a + b),
)

/** A header and rows, each with something in it: what is blank is no row. */
export const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.record({
    header: fc.array(cell, { minLength: width, maxLength: width }),
    rows: fc.array(
      fc.array(cell, { minLength: width, maxLength: width }).filter((cells) => !isBlank({ cells })),
      { minLength: 1, maxLength: 6 },
    ),
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
  }),
)
export type RandomTable = typeof table extends fc.Arbitrary<infer T> ? T : never
