import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { keyringHome, type Session } from '#test/support/keyring-session.ts'

const child = fileURLToPath(new URL('../../support/keychain-child.ts', import.meta.url))

async function logOn() {
  const home = await keyringHome()
  return async (session: Session, ...steps: string[][]): Promise<unknown[]> =>
    JSON.parse(await home.node(session, child, JSON.stringify(steps))) as unknown[]
}

describe.skipIf(process.platform !== 'linux')('the keychain of a real gnome-keyring', () => {
  test('keeps a secret over log-ons, and removes it', async () => {
    const play = await logOn()
    expect(await play('unlocked', ['state'], ['read', 'a'], ['write', 'a', 'geheim € ✓'], ['read', 'a'])).toEqual([
      'available',
      { state: 'missing' },
      { state: 'done' },
      { state: 'stored', secret: 'geheim € ✓' },
    ])
    expect(await play('unlocked', ['read', 'a'], ['remove', 'a'], ['read', 'a'], ['remove', 'a'])).toEqual([
      { state: 'stored', secret: 'geheim € ✓' },
      { state: 'done' },
      { state: 'missing' },
      { state: 'done' },
    ])
  })

  test('a locked keyring is never taken for an empty one', async () => {
    const play = await logOn()
    await play('unlocked', ['write', 'a', 'geheim'])
    const locked = { state: 'locked', detail: 'Cannot create an item in a locked collection' }
    expect(await play('locked', ['state'], ['read', 'a'], ['read', 'b'], ['write', 'a', 'anders'], ['remove', 'a'])).toEqual([
      'locked',
      locked,
      locked,
      locked,
      locked,
    ])
    expect(await play('unlocked', ['read', 'a'])).toEqual([{ state: 'stored', secret: 'geheim' }])
  })

  test('a keyring that was never made and cannot be asked for is locked, not absent', async () => {
    const play = await logOn()
    expect(await play('locked', ['read', 'a'], ['state'])).toEqual([
      { state: 'locked', detail: expect.stringContaining('does not exist') },
      'locked',
    ])
  })

  test.each([
    ['no-bus', 'no-keychain', 'no D-Bus'],
    ['no-service', 'no-keychain', 'not provided by any .service files'],
    ['refused-by-policy', 'denied', 'Rejected send message'],
  ] as const)('%s is told as %s', async (session, state, words) => {
    const play = await logOn()
    const problem = { state, detail: expect.stringContaining(words) }
    expect(await play(session, ['state'], ['read', 'a'], ['write', 'a', 'geheim'], ['remove', 'a'])).toEqual([
      state,
      problem,
      problem,
      problem,
    ])
  })
})
