import { describe, expect, test } from 'vitest'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'

const keyOf = (answer: { state: string; key?: { key: Buffer } }) => answer.key?.key.toString('hex')

describe('the key files are sealed with', () => {
  test('is made once, kept in the keychain, and found again after a restart', async () => {
    const keychain = new FakeKeychain()
    const keys = createDataKeys(keychain)
    const [one, two] = await Promise.all([keys.forSealing('live'), keys.forSealing('live')])
    expect(keyOf(one)).toMatch(/^[0-9a-f]{64}$/)
    expect(keyOf(two)).toBe(keyOf(one))
    expect([...keychain.entries.keys()]).toEqual(['vault-key'])
    expect(keyOf(await createDataKeys(keychain).forSealing('live'))).toBe(keyOf(one))
  })

  test('is asked for once a session, however many files there are', async () => {
    const keychain = new FakeKeychain()
    await createDataKeys(keychain).forSealing('live')
    keychain.asked = 0
    const keys = createDataKeys(keychain)
    for (let count = 0; count < 5; count += 1) await keys.forSealing('live')
    expect(keychain.asked).toBe(1)
  })

  test.each(['no-keychain', 'locked', 'denied'] as const)('%s: none is made, and the one that is there stays', async (state) => {
    const keychain = new FakeKeychain()
    const first = await createDataKeys(keychain).forSealing('live')
    keychain.now = state
    expect(await createDataKeys(keychain).forSealing('live')).toEqual({ state })
    keychain.now = 'available'
    expect(keyOf(await createDataKeys(keychain).forSealing('live'))).toBe(keyOf(first))
  })

  test('a keychain that forgets what it accepted is not trusted with files', async () => {
    const keychain = new FakeKeychain()
    keychain.write = async () => ({ state: 'done' })
    expect(await createDataKeys(keychain).forSealing('live')).toEqual({ state: 'denied' })
  })

  test('a file under a key that is gone finds none', async () => {
    const keychain = new FakeKeychain()
    const first = await createDataKeys(keychain).forSealing('live')
    if (first.state !== 'key') throw new Error('no key')
    keychain.entries.clear()
    expect(await createDataKeys(keychain).forOpening(first.key.id)).toEqual({ state: 'missing' })
    await createDataKeys(keychain).forSealing('live')
    expect(await createDataKeys(keychain).forOpening(first.key.id)).toEqual({ state: 'missing' })
  })

  test('practice never asks the keychain', async () => {
    const keychain = new FakeKeychain()
    keychain.now = 'locked'
    const keys = createDataKeys(keychain)
    const sealing = await keys.forSealing('practice')
    if (sealing.state !== 'key') throw new Error('no key')
    expect(await keys.forOpening(sealing.key.id)).toEqual(sealing)
    expect(keychain.asked).toBe(0)
  })
})
