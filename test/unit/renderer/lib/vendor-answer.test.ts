import { describe, expect, test } from 'vitest'
import { prettyAnswer } from '../../../../src/renderer/lib/vendor-answer.ts'

describe('prettyAnswer', () => {
  test('indents JSON and keeps every digit of a number', () => {
    expect(prettyAnswer('{"id":12345678901234567890,"ok":[1.50]}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "ok": [\n    1.50\n  ]\n}',
    )
  })

  test('leaves what is no JSON as it came', () => {
    expect(prettyAnswer('<html>502</html>')).toBe('<html>502</html>')
    expect(prettyAnswer('')).toBe('')
  })
})
