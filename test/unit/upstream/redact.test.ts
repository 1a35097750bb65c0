import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSecret } from '#main/redaction/secret-spellings.ts'
import { keepableAnswer, keptAnswerLength } from '#main/upstream/redact.ts'

describe('an answer as it is kept', () => {
  test.each([
    ['{"error":"Key 12a34/b+c is not known"}', '{"error":"Key ••• is not known"}'],
    ['{"error":"Key 12a34\\/b+c is not known"}', '{"error":"Key ••• is not known"}'],
    ['https://x/?key=12a34%2Fb%2Bc', 'https://x/?key=•••'],
    ['12a34/b+c12a34/b+c', '••••••'],
    ['nothing of the kind', 'nothing of the kind'],
  ])('%s has no key in it', (text, kept) => expect(keepableAnswer(text, '12a34/b+c')).toBe(kept))

  test('a key is gone whatever it is and however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }), fc.string(), (secret, around) => {
        fc.pre(!'•'.includes(secret) && !around.includes(secret))
        for (const echo of [
          secret,
          JSON.stringify(secret),
          encodeURIComponent(secret.toWellFormed()),
          new URLSearchParams({ k: secret }).toString(),
        ])
          expect(withoutSecret(`<${echo}>`, secret).includes(secret)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  test('a file that comes back is left out, and the JSON stays JSON', () => {
    const file = Buffer.alloc(3_000, 7).toString('base64')
    const kept = keepableAnswer(`{"id":1,"file":"${file}","escaped":"${file.replaceAll('B', '\\/')}"}`, 'secret')
    expect(JSON.parse(kept)).toMatchObject({ id: 1, file: '[… 4000]' })
    expect(kept.length).toBeLessThan(200)
  })

  test('is bounded, and says by how much', () => {
    const kept = keepableAnswer('a b '.repeat(100_000), 'secret')
    expect(kept.length).toBeLessThan(keptAnswerLength + 20)
    expect(kept).toMatch(/\[… 137856\]$/)
  })
})
