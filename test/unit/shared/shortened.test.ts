import { expect, test } from 'vitest'
import { shortened } from '#shared/domain/shortened.ts'

test.each([
  ['kort', 'kort'],
  ['tien tekens en meer', 'tien teken…'],
  ['123456789😀 en meer', '123456789…'],
  ['12345678😀 en meer', '12345678😀…'],
])('“%s” is cut between characters', (text, cut) => {
  expect(shortened(text, 10)).toBe(cut)
  expect(shortened(text, 10).isWellFormed()).toBe(true)
})
