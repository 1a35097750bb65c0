import { expect, test } from 'vitest'
import { settling, type SettlingDeps } from '#main/submissions/doubt.ts'

/** A start of a ledger that is read whole beside it, with what was done in the order of it. */
function start(whole: () => Promise<boolean>) {
  const done: string[] = []
  const settled = settling({
    own: { whole, settle: () => (done.push('settled'), Promise.resolve(null)) } as unknown as SettlingDeps['own'],
    records: {} as SettlingDeps['records'],
    runs: {} as SettlingDeps['runs'],
    isForVendors: () => true,
    onFaultyRows: () => done.push('rows looked at'),
    onDoubt: () => undefined,
  })
  return { settled, done }
}

test('nothing is settled, so that nothing leaves, before all of the ledger was read', async () => {
  const { promise: read, resolve } = Promise.withResolvers<boolean>()
  const { settled, done } = start(() => read)
  const first = settled()
  await Promise.resolve()
  expect(done).toEqual([])
  resolve(true)
  expect(await Promise.all([first, settled()])).toEqual([null, null])
  expect(done).toEqual(['rows looked at', 'settled'])
})

test('nothing is ever settled where it was found damaged', async () => {
  const { settled, done } = start(() => Promise.reject(new Error('damaged')))
  await expect(settled()).rejects.toThrow('damaged')
  await expect(settled()).rejects.toThrow('damaged')
  expect(done).toEqual([])
})
