import { expect, test } from 'vitest'
import { holds } from '#shared/domain/draft-search.ts'

const fields = { invoice: 'F-12', customerName: 'Zoë de Groot', message: '', test: true }

test.each([
  ['', true],
  ['f-12', true],
  [' zoe ', true],
  ['GROÔT', true],
  ['true', false],
  ['Anders', false],
])('a draft is found by “%s”: %s', (search, expected) => expect(holds(fields, search)).toBe(expected))
