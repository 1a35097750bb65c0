import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson, type JsonValue } from '#main/upstream/json.ts'
import {
  bytesBeside,
  foreignIn,
  metadataJson,
  metadataSize,
  noteIn,
  sameMetadata,
  withNote,
  withNoteRemoved,
} from '#main/vendors/mollie/metadata.ts'
import { metadataBytesWith } from '#shared/vendors/mollie/payment-note.ts'

const read = (text: string): JsonValue => {
  const value = parseJson(text, 'whole')
  if (value === undefined) throw new Error(`no JSON: ${text}`)
  return value
}
const at = '2026-11-27T14:32:00.000Z'

describe('what stands beside a note goes back as it came', () => {
  test.each([
    ['numbers no JavaScript number can hold', '{"order":12345678901234567890,"exact":0.10,"small":1e-400}'],
    ['keys that mean something to JavaScript', '{"__proto__":{"admin":true},"constructor":1,"prototype":"x","toString":2}'],
    ['nesting, lists and empty ones', '{"a":[1,[],{}],"b":{"c":null,"d":[true,false]}}'],
    ['text in any script, quotes and escapes', '{"naam":"Zoë \\"de Vries\\" \\\\ \\u0001 😀 \\ud800"}'],
    ['keys that look like numbers', '{"10":"a","2":"b"}'],
  ])('%s', (_, text) => {
    const metadata = read(text)
    const noted = read(metadataJson(withNote(metadata, { text: 'Gebeld', at })))
    expect(noteIn(noted)).toEqual({ text: 'Gebeld', at })
    expect(sameMetadata(withNoteRemoved(noted), metadata)).toBe(true)
    // The same, told without the code under test.
    const { note, noteAt, ...rest } = JSON.parse(metadataJson(noted)) as Record<string, unknown>
    expect({ note, noteAt }).toEqual({ note: 'Gebeld', noteAt: at })
    expect(JSON.stringify(rest)).toBe(JSON.stringify(JSON.parse(text)))
  })

  test('numbers keep every digit on the wire', () => {
    const noted = metadataJson(withNote(read('{"order":12345678901234567890,"prijs":1.10}'), { text: 'x', at }))
    expect(noted).toBe(`{"order":12345678901234567890,"prijs":1.10,"note":"x","noteAt":"${at}"}`)
  })

  test('whatever JSON stands there, a note comes and goes without a trace', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })
    fc.assert(
      fc.property(object, fc.string(), (metadata, text) => {
        const { note: _note, noteAt: _noteAt, ...foreign } = metadata as Record<string, unknown>
        const before = read(JSON.stringify(foreign))
        const noted = read(metadataJson(withNote(before, { text, at })))
        const after = withNoteRemoved(noted)
        const wanted = Object.keys(foreign).length === 0 ? null : before
        expect(sameMetadata(after, wanted)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('metadata that holds nothing but the note becomes null again', () => {
    expect(withNoteRemoved(withNote(null, { text: 'x', at }))).toBeNull()
    expect(withNoteRemoved(withNote({}, { text: 'x', at }))).toBeNull()
  })

  test.each([
    ['a text', '"order 17"'],
    ['a number', '12345678901234567890'],
    ['a list', '["a","b"]'],
  ])('%s is kept as `value`', (_, text) => {
    expect(metadataJson(withNote(read(text), { text: 'x', at }))).toBe(`{"value":${text},"note":"x","noteAt":"${at}"}`)
  })
})

describe('telling a note', () => {
  test('a note without a time is another program’s, and still a note', () => {
    expect(noteIn(read('{"note":"van de webshop"}'))).toEqual({ text: 'van de webshop', at: null })
  })
  test('a `note` that is no text is none of ours', () => {
    expect(noteIn(read('{"note":{"id":1}}'))).toBeNull()
  })
  test.each([
    ['a `note` that is no text', '{"note":{"id":1}}', '{"id":1}'],
    ['a `noteAt` without a note', '{"noteAt":"keuken","order":1}', '"keuken"'],
    ['a `noteAt` that is no moment', '{"note":"x","noteAt":17}', '17'],
    ['a `noteAt` that is another text', '{"note":"x","noteAt":"keuken"}', '"keuken"'],
    ['a note of ours', `{"note":"x","noteAt":"${at}"}`, null],
    ['a note without a time', '{"note":"x"}', null],
    ['neither key', '{"notes":"x"}', null],
  ])('%s is told from ours', (_, text, foreign) => {
    const found = foreignIn(read(text))
    expect(found === undefined ? null : metadataJson(found)).toBe(foreign)
  })
})

describe('saying the same', () => {
  test.each([
    ['{"a":1,"b":2}', '{"b":2,"a":1}', true],
    ['{"a":1.0}', '{"a":1}', true],
    ['{"a":100}', '{"a":1e2}', true],
    ['{"a":-0}', '{"a":0}', true],
    ['{"a":12345678901234567890}', '{"a":12345678901234567891}', false],
    ['{"a":0.1}', '{"a":0.10000000000000001}', false],
    ['{"a":null}', '{}', false],
    ['{"a":"1"}', '{"a":1}', false],
    ['[1,2]', '[2,1]', false],
    ['[]', '{}', false],
    ['{"__proto__":null}', '{"toString":null}', false],
    ['null', '{}', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameMetadata(read(one), read(other))).toBe(same)
    expect(sameMetadata(read(other), read(one))).toBe(same)
  })
})

test('the size said while typing is the size of what will be sent', () => {
  const metadata = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null))),
  )
  fc.assert(
    fc.property(metadata, fc.string({ unit: 'grapheme' }), (foreign, text) => {
      const before = read(JSON.stringify(foreign))
      expect(metadataBytesWith(bytesBeside(before), text)).toBe(metadataSize(withNote(before, { text, at })))
    }),
    { numRuns: 500 },
  )
})
