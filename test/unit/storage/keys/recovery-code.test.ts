import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLength, inGroups, makeCode, normalised, readCode } from '#main/storage/keys/recovery-code.ts'

const set = 'a'.repeat(32)
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery code', () => {
  test('is written down in groups of five, without letters that look like digits', () => {
    for (let count = 0; count < 50; count += 1)
      expect(inGroups(makeCode(set))).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  test('is never the same twice, in any of its first 26 characters', () => {
    const codes = Array.from({ length: 400 }, () => makeCode(set))
    expect(new Set(codes).size).toBe(codes.length)
    // Each place takes every character sooner or later: nothing of it is fixed.
    for (let place = 0; place < 26; place += 1) expect(new Set(codes.map((code) => code[place])).size).toBeGreaterThan(24)
  })

  test('is understood in small letters, with spaces, other dashes, and O for 0, I or L for 1', () => {
    const code = makeCode(set)
    const read = { state: 'code', code, isOfSet: true }
    const typings = [
      code.toLowerCase(),
      inGroups(code).replaceAll('-', ' '),
      inGroups(code).replaceAll('-', '–'),
      ` ${inGroups(code)}\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
      code.replaceAll(/./g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)),
    ]
    for (const typed of typings) expect(readCode(typed, set), typed).toEqual(read)
  })

  test('with any one character wrong is a slip, and so are two neighbours that changed places', () => {
    fc.assert(
      fc.property(fc.nat(codeLength - 2), fc.constantFrom(...alphabet.split('')), (place, other) => {
        const code = makeCode(set)
        const wrong = code.slice(0, place) + other + code.slice(place + 1)
        const turned = code.slice(0, place) + (code[place + 1] ?? '') + (code[place] ?? '') + code.slice(place + 2)
        const slips = [wrong, turned].filter((one) => one !== code)
        expect(slips.map((one) => readCode(one, set).state)).toEqual(slips.map(() => 'typo'))
      }),
      { numRuns: 200 },
    )
  })

  test('that is not typed to its end is unfinished, and one with too much a slip', () => {
    const code = makeCode(set)
    expect(readCode(code.slice(0, -1), set)).toEqual({ state: 'incomplete' })
    expect(readCode('', set)).toEqual({ state: 'incomplete' })
    expect(readCode(`${code}0`, set)).toEqual({ state: 'typo' })
    expect(readCode(`${code.slice(0, -1)}U`, set)).toEqual({ state: 'typo' })
  })

  test('of another ledger says so', () => {
    const others = Array.from({ length: 40 }, (_, index) => makeCode(`${index}`.padStart(32, '0')))
    const told = others.filter((code) => {
      const read = readCode(code, set)
      return read.state === 'code' && !read.isOfSet
    })
    // One in a thousand has the same mark.
    expect(told.length).toBeGreaterThan(37)
  })

  test('is read from whatever a person pastes, without an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (typed) => {
        expect(['incomplete', 'typo', 'code']).toContain(readCode(typed, set).state)
        expect(normalised(normalised(typed))).toBe(normalised(typed))
      }),
      { numRuns: 50 },
    )
  })
})
