import { describe, expect, test } from 'vitest'
import { redact } from '#main/log.ts'

describe('what reaches the log', () => {
  test.each([
    ['a bearer key', 'Authorization: Bearer 12a34bc5de67f8g9012345678', '12a34bc5de67f8g9012345678'],
    ['a billinkId', '{"billinkId": "geheim-123","invoice":"F-1"}', 'geheim-123'],
    ['the text of a note in a path', 'PATCH /sale-note/1/2/IDE/Klant%20belt/0 failed', 'Klant%20belt'],
    ['a file', `body "${'QUJD'.repeat(100)}=="`, 'QUJDQUJD'],
  ])('holds no %s', (_name, text, secret) => {
    expect(text).toContain(secret)
    expect(redact(text)).not.toContain(secret)
  })

  test('keeps what helps', () => {
    expect(redact('accounts.save failed: TypeError: x is undefined')).toBe('accounts.save failed: TypeError: x is undefined')
  })
})
