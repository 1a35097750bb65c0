import { describe, expect, test } from 'vitest'
import { shownCell } from '#main/bulk/reading/xlsx/cell.ts'
import { codeOf } from '#main/bulk/reading/xlsx/format-code.ts'
import { formatOf, type NumberFormat } from '#main/bulk/reading/xlsx/number-formats.ts'

const cell = (type: string, value: string, format?: NumberFormat) =>
  shownCell(
    { type, style: 0, value, inline: null, formula: false },
    { strings: [], formats: format ? [format] : [], from1904: false },
  )
const shown = (code: string, value: string, type = 'n') => {
  const { pattern, ...format } = formatOf(code)
  const { text, flag } = cell(type, value, { ...format, code: pattern === null ? null : codeOf(pattern) })
  return flag ? [text, flag] : [text]
}

describe('a number shows as Excel shows it', () => {
  test.each([
    ['0000\\-0000', '20260007', '2026-0007', 'formatted'],
    ['0000-0000', '20260007', '2026-0007', 'formatted'],
    ['"INV-"0', '7', 'INV-7', 'formatted'],
    ['"INV-"0000', '7', 'INV-0007', 'formatted'],
    ['"F-"000000', '8', 'F-000008', 'formatted'],
    ['\\F\\-000000', '8', 'F-000008', 'formatted'],
    ['"2026-"0000', '8', '2026-0008', 'formatted'],
    ['00000', '7', '00007', 'padded'],
    ['000\\.000', '123456', '123.456', 'formatted'],
    ['00 00 00', '123456', '12 34 56', 'formatted'],
    ['0"-NL"', '5', '5-NL', 'formatted'],
    ['(000) 000', '123456', '(123) 456', 'formatted'],
    ['[Red]"F"0', '5', 'F5', 'formatted'],
    ['"F"0;"C"0', '-5', 'C5', 'formatted'],
    ['[<100]"a"0;"b"0', '500', 'b500', 'formatted'],
    ['General" st"', '12.5', '12,5 st', 'formatted'],
    ['"F"General', '202600000001', 'F202600000001', 'formatted'],
    ['# ?/?', '1.5', '1 1/2', 'formatted'],
    ['0.00E+00', '202601000001', '2,03E+11', 'formatted'],
    ['0.00', '12.5', '12,50', 'amount'],
    ['#,##0', '1234567', '1.234.567', 'amount'],
    ['#,##0.00', '1234.5', '1.234,50', 'amount'],
    ['"€" #,##0.00', '12.5', '€ 12,50', 'amount'],
    ['[$€-413] #,##0.00', '12.5', '€ 12,50', 'amount'],
    ['_ "€" * #,##0.00_ ;_ "€" * -#,##0.00_ ;_ "€" * "-"??_ ;_ @_ ', '12.5', '€ 12,50', 'amount'],
    ['0%', '0.12', '12%', 'percent'],
    ['0.0%', '0.125', '12,5%', 'percent'],
    ['0', '12.7', '13', 'rounded'],
    ['[h]:mm', '1.5', '36:00', 'date'],
    ['yyyy-mm-dd hh:mm', '46086', '2026-03-05', 'date'],
    ['dd-mm-yyyy hh:mm', '46086.5', '05-03-2026 12:00', 'date'],
    ['hh:mm', '0.572916666666667', '13:45', 'date'],
    ['hh:mm', '0', '00:00', 'date'],
    ['"op "dd-mm-yyyy', '46086', '05-03-2026', 'date'],
  ])('%s of %s', (code, value, text, flag) => {
    expect(shown(code, value)).toEqual([text, flag])
  })

  test.each([
    ['General', '12345678'],
    ['@', '7'],
    ['0', '20260007'],
    ['#', '7'],
    ['[Red]0', '7'],
    ['0_ ', '7'],
    ['0000', '20260007'],
    ['0;-0;0;@', '7'],
    ['* 0', '7'],
    ['_-* 0_-', '7'],
    ['Standard', '7'],
  ])('%s adds nothing to %s', (code, value) => {
    expect(code === 'Standard' ? shown('General', value) : shown(code, value)).toEqual([value])
  })

  test.each([
    ['a format that hides it', ';;;', '7', ''],
    ['a format that is none', '"a', '7', '7'],
    ['a format of texts', '"F-"@', '7', '7'],
    ['zeros as far as the column is wide', '*00', '7', '7'],
    ['dashes as far as the column is wide', '0*-', '7', '7'],
  ])('or, with %s, stops its row', (_, code, value, text) => {
    expect(shown(code, value)).toEqual([text, 'unshown'])
  })

  test('of sixteen digits has lost some, whatever its format', () => {
    expect(shown('"F-"0', '1234567890123456')).toEqual(['1234567890123456', 'digits-lost'])
  })
})

describe('a text shows as Excel shows it', () => {
  test.each([
    ['"F-"@', 'x1', ['F-x1', 'formatted']],
    ['0;-0;0;"t: "@', 'x', ['t: x', 'formatted']],
    ['0;-0;0;', 'x', ['', 'unshown']],
    [';;;', 'x', ['', 'unshown']],
    ['@', ' x ', [' x ']],
    ['0', 'x', ['x']],
    ['_ * #,##0_ ;_ @_ ', 'x', ['x']],
    ['"F-"0', 'x', ['x']],
  ])('%s of %s', (code, value, expected) => {
    expect(shown(code, value, 'str')).toEqual(expected)
  })
})

describe('a day in words of ISO', () => {
  test.each([
    ['2026-10-01T00:00:00.000Z', 'General', '01-10-2026'],
    ['2026-10-01T00:00:00.000Z', 'dd-mm-yyyy', '01-10-2026'],
    ['2026-10-01T13:45:00Z', 'dd-mm-yyyy', '01-10-2026'],
    ['2026-10-01T13:45:00', 'General', '01-10-2026 13:45'],
    ['2026-10-01T13:45:10', 'yyyy-mm-dd hh:mm:ss', '2026-10-01 13:45:10'],
    ['2026-10-01', 'General', '01-10-2026'],
    ['2026-10-01', 'yyyy-mm-dd', '2026-10-01'],
    ['13:45:00', 'General', '13:45'],
    ['T13:45:00', 'hh:mm', '13:45'],
    ['13:45', 'hh:mm', '13:45'],
    [' 2026-10-01 ', 'General', '01-10-2026'],
  ])('%s in %s', (value, code, text) => {
    expect(shown(code, value, 'd')).toEqual([text, 'date'])
  })

  test.each(['', 'gisteren', '2026-13-45', '25 uur'])('%j is none', (value) => {
    expect(shown('General', value, 'd')).toEqual(value === '' ? [''] : [value, 'error'])
  })
})

describe('blanks around what a program stored', () => {
  test.each([
    ['n', '\n   12345\n  ', '12345'],
    ['n', ' 10000001 ', '10000001'],
    ['b', ' 1 ', 'WAAR'],
    ['str', ' x ', ' x '],
  ])('of type %s', (type, value, text) => {
    expect(cell(type, value).text).toBe(text)
  })
})
