import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSecret } from '#main/redaction/secret-spellings.ts'

const key = 'live_Ab9/x+Q=7&k'
const each = (text: string, write: (sign: string) => string) => Array.from(text, write).join('')
const code = (sign: string) => sign.codePointAt(0) ?? 0
const hex4 = (sign: string) => code(sign).toString(16).padStart(4, '0')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const urlSafe = (text: string) => Buffer.from(text).toString('base64url')
const wide = Buffer.from(key, 'utf16le')

/** How a key may come back, each as some server or program writes it. */
const spellings: [string, string][] = [
  ['as it is', key],
  ['capitals and small letters changed round', key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase()],
  ['JSON', JSON.stringify(key)],
  ['JSON of PHP', JSON.stringify(key).replaceAll('/', '\\/')],
  ['JSON within JSON', JSON.stringify(JSON.stringify({ key }))],
  ['\\u escapes', each(key, (sign) => `\\u${hex4(sign)}`)],
  ['\\u{} escapes', each(key, (sign) => `\\u{${code(sign).toString(16)}}`)],
  ['\\x escapes', each(key, (sign) => `\\x${code(sign).toString(16).padStart(2, '0')}`)],
  ['half in escapes', `${each(key.slice(0, 8), (sign) => `\\u${hex4(sign)}`)}${key.slice(8)}`],
  ['percent', encodeURIComponent(key)],
  ['percent throughout', each(key, (sign) => `%${code(sign).toString(16)}`)],
  ['percent twice', encodeURIComponent(encodeURIComponent(key))],
  ['a form', new URLSearchParams({ key }).toString()],
  ['HTML entities', each(key, (sign) => `&#${code(sign)};`)],
  ['HTML entities in hexadecimal', each(key, (sign) => `&#x${hex4(sign)};`)],
  ['HTML', key.replaceAll('&', '&amp;')],
  ['HTML twice', key.replaceAll('&', '&amp;amp;')],
  ['base64', base64(key)],
  ['base64 for URLs', urlSafe(key)],
  ['base64 of UTF-16', wide.toString('base64')],
  ['base64 in lines', base64(`${key} and ${key}`).replace(/.{7}/g, '$&\r\n')],
  ['basic auth as a user', `Basic ${base64(`${key}:`)}`],
  ['basic auth as a password', `Basic ${base64(`winkel:${key}`)}`],
  ['a JSON body in base64', base64(JSON.stringify({ a: 1, key: 'x', z: key }))],
  ['hexadecimal', Buffer.from(key).toString('hex')],
  ['hexadecimal in capitals, with colons', (Buffer.from(key).toString('hex').toUpperCase().match(/../g) ?? []).join(':')],
  ['hexadecimal of UTF-16', wide.toString('hex')],
]

/** What a reader with a decoder at hand could make of a text. */
function* readings(text: string): Generator<string> {
  yield text
  const found = [...text.matchAll(/[\w+/=-]{6,}/g)].map(([run]) => run)
  for (const run of found) {
    for (const encoding of ['base64', 'hex'] as const) {
      yield Buffer.from(run, encoding).toString()
      yield Buffer.from(run, encoding).toString('utf16le')
    }
  }
}

describe('a text without a key', () => {
  test.each(spellings)('that came back as %s', (_name, spelled) => {
    const kept = withoutSecret(`before <${spelled}> after`, key)
    expect(kept).toContain('•••')
    for (const reading of readings(kept)) expect(reading.toLowerCase()).not.toContain(key.slice(3, 12).toLowerCase())
    expect(kept.startsWith('before ')).toBe(true)
    expect(kept.endsWith(' after')).toBe(true)
    expect(kept.length).toBeLessThan('before <"key": •••> after'.length + 30)
  })

  test.each(['a\\\\\\b', 'C:\\keys\\one'])('whose key has backslashes: %s', (secret) => {
    for (const spelled of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      each(secret, (sign) => `\\u${hex4(sign)}`),
    ])
      expect(withoutSecret(`<${spelled}>`, secret)).toBe('<•••>')
  })

  test('whatever the key and however it is written', () => {
    const sign = fc.constantFrom<(sign: string) => string>(
      (plain) => plain,
      (plain) => JSON.stringify(plain).slice(1, -1),
      (plain) => encodeURIComponent(plain.toWellFormed()),
      (plain) => `&#${code(plain)};`,
      (plain) => `&#x${code(plain).toString(16)};`,
      (plain) => plain.toUpperCase(),
      (plain) => Array.from({ length: plain.length }, (_, at) => `\\u${hex4(plain.charAt(at))}`).join(''),
    )
    // A backslash beside another is one part: the table has it.
    const secrets = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 40 }).map((text) => text.replaceAll('\\', '/'))
    fc.assert(
      fc.property(secrets, fc.array(sign, { minLength: 40, maxLength: 40 }), fc.string(), (secret, ways, around) => {
        const mixed = Array.from(secret, (one, at) => ways[at]?.(one) ?? one).join('')
        expect(withoutSecret(`${around}<${mixed}>`, secret)).toContain('<•••>')
        for (const before of ['', 'a', 'ab'])
          for (const encode of [base64, urlSafe])
            expect(withoutSecret(`<${encode(`${before}${secret}`)}>`, secret)).toMatch(/<•••[=]*>/)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves everything else, and takes no longer over a long run of base64', () => {
    const file = base64('x'.repeat(400_000))
    expect(withoutSecret(file, key)).toBe(file)
    expect(withoutSecret('live_Ab9 is not all of it', key)).toBe('live_Ab9 is not all of it')
    expect(withoutSecret(`${'%'.repeat(100_000)}${'\\'.repeat(100_000)}${'&#0'.repeat(50_000)}`, key)).toHaveLength(350_000)
  })
})
