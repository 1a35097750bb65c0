import { expect, test } from 'vitest'
import { tryDesk } from '#test/attacks/desk/tried.ts'

test('no attack on calls, files, texts, stores and answers succeeds, and each of them does without what stops it', async () => {
  const tried = await tryDesk()
  expect(tried.length).toBeGreaterThan(107)
  expect(tried.filter(({ app }) => app).map(({ name }) => name)).toEqual([])
  expect(tried.filter(({ weakened }) => !weakened).map(({ name }) => name)).toEqual([])
})
