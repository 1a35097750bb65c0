import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonNumber, parseJson, type JsonValue } from '#main/upstream/json.ts'

/** What came out, with numbers as JavaScript has them, to be compared with what went in. */
function plain(value: JsonValue | undefined): unknown {
  if (value instanceof JsonNumber) return Number(value.source)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
  return value
}

describe('reading JSON', () => {
  test.each(['12345678901234567890', '0.1000', '1e400', '-0', '9007199254740993'])(
    'the number %s stays as it was written',
    (source) => {
      expect(parseJson(`{"id":${source}}`)).toEqual({ id: new JsonNumber(source) })
    },
  )

  test.each([
    '{"__proto__":{"status":0}}',
    '{"constructor":{"prototype":{"status":0}}}',
    '{"a":{"__proto__":null}}',
    '[{"prototype":1}]',
  ])('%s leaves no key that JavaScript reads anything into', (text) => {
    const value = parseJson(text)
    expect(JSON.stringify(value)).not.toMatch(/__proto__|constructor|prototype/)
    expect((value as Record<string, unknown>).status).toBeUndefined()
    expect(({} as Record<string, unknown>).status).toBeUndefined()
    expect(value instanceof Object).toBe(true)
  })

  test('depth is bounded, brackets within texts are not depth', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(parseJson(nested(64))).toBeDefined()
    expect(parseJson(nested(65))).toBeUndefined()
    expect(parseJson(`{"a":"${'['.repeat(500)}\\"${'{'.repeat(500)}"}`)).toBeDefined()
    expect(parseJson('['.repeat(1_000_000))).toBeUndefined()
    expect(parseJson('{"a":'.repeat(200_000))).toBeUndefined()
  })

  test.each(['', ' ', '{', '{"a":1', "{'a':1}", '{"a":01}', '{"a":NaN}', '<html>', '{} {}', 'undefined'])(
    '%j is no JSON',
    (text) => {
      expect(parseJson(text)).toBeUndefined()
    },
  )

  test('any other JSON comes out as it went in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value)
        if (/"(?:__proto__|constructor|prototype)":/.test(text)) return
        expect(plain(parseJson(text))).toEqual(JSON.parse(text))
      }),
      { numRuns: 2_000 },
    )
  })
})
