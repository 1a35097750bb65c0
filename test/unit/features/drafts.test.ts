import { expect, test } from 'vitest'
import { pdf } from '#test/support/sample-files.ts'
import { bulkDesk } from '#test/support/bulk-desk.ts'

test('a draft in which nobody typed is begun in again, and is gone with the next start', async () => {
  const desk = await bulkDesk()
  const accountId = await desk.account('disputes')
  const { drafts, attachments } = desk.handlers
  const begin = async (fields = {}) => (await drafts.create({ kind: 'dispute', accountId, fields })).id
  const first = await begin()
  expect(await begin()).toBe(first)
  const kept = await begin({ category: 'retour', message: 'Terug' })
  expect(kept).not.toBe(first)
  expect(await begin({ category: 'retour', message: 'Terug' })).toBe(kept)

  // What was typed, or has a file, is one of its own.
  const fields = { invoice: 'F-1', customerName: '', customerEmail: '', category: '', locale: '', message: '' }
  await drafts.save({ kind: 'dispute', id: first, revision: 2, fields })
  const second = await begin()
  expect(second).not.toBe(first)
  const { token } = await desk.desk.tokens.register({ name: 'bon.pdf', bytes: pdf() })
  await attachments.attach({ draftId: second, token })
  expect([first, kept, second]).not.toContain(await begin())

  await desk.close()
  const next = await bulkDesk({ from: desk })
  const left = (await next.handlers.drafts.list({ kind: 'dispute' })).map(({ id }) => id)
  expect(new Set(left)).toEqual(new Set([first, kept, second]))
})
