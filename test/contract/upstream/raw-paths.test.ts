import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { updatePath } from '#shared/vendors/digiwallet/note-text.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { noteOrder, target } from '../../support/orders.ts'
import { send, staged } from '../../support/sending.ts'

const success = answering(rawAnswer(200, '{"status":0,"message":"ok","saleNoteID":1}'))

test.each([
  'a..b',
  '...a',
  '%2e%2e',
  '%2e',
  '..%2f..',
  '. .',
  '?a=b',
  '#a',
  'a;b',
  'a//b'.replace('//', '%2F%2F'),
  ':80',
  '@',
  '~',
  "it's (a) *!",
])('the text %j arrives as built, not as a URL parser would have it', async (text) => {
  const { server, transmitter } = await staged(onTestFinished, success)
  const { outcome } = await send(transmitter, noteOrder(server.origin, 'update', { text }))
  expect(outcome.state).toBe('sent')
  expect(server.requests[0]?.target).toBe(updatePath({ ...target, text }))
  expect(decodeURIComponent(server.requests[0]?.target.split('/')[5] ?? '')).toBe(text)
})

test('a server sees every path byte for byte as it was built', async () => {
  const { server, transmitter } = await staged(onTestFinished, success)
  const sendable = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .filter((text) => text.trim() !== '' && text.isWellFormed() && !/[/\\\p{Cc}\u2028\u2029]|^\s*\.+\s*$/u.test(text))
  await fc.assert(
    fc.asyncProperty(sendable, fc.boolean(), async (text, isTest) => {
      await send(transmitter, noteOrder(server.origin, 'update', { text, test: isTest }))
      expect(server.requests.at(-1)?.target).toBe(updatePath({ ...target, text, test: isTest }))
    }),
    { numRuns: 500 },
  )
  expect(server.connections.length, 'all went over one connection').toBe(1)
})
