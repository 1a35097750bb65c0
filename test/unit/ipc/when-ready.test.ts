import { expect, test } from 'vitest'
import * as z from 'zod'
import { handlersWhenReady } from '#main/ipc/when-ready.ts'
import { procedure, type Handlers } from '#shared/ipc/procedure.ts'

const contract = { desk: { double: procedure(z.number(), z.number()) } }

test('a call that comes before the desk is open waits for it', async () => {
  const ready = Promise.withResolvers<Handlers<typeof contract>>()
  const answer = handlersWhenReady(contract, ready.promise).desk.double(4)
  ready.resolve({ desk: { double: (value) => value * 2 } })
  expect(await answer).toBe(8)
})

test('where the desk cannot be opened each call fails with the reason, and no rejection is left over', async () => {
  const handlers = handlersWhenReady(contract, Promise.reject(new Error('damaged')))
  await expect(handlers.desk.double(1)).rejects.toThrow('damaged')
})
