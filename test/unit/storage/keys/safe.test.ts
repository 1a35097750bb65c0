import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { isRenewing } from '#main/storage/keys/renewal.ts'
import { inGroups } from '#main/storage/keys/recovery-code.ts'
import { createKeySafe } from '#main/storage/keys/safe.ts'
import { markOfKey } from '#main/storage/ledger-key.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const work = { N: 2 ** 14, r: 8, p: 1 } as const
const passphrase = 'vier losse woorden achter elkaar'

function emptyKeychain(): FakeKeychain {
  const keychain = new FakeKeychain()
  keychain.ledgerKey = null
  return keychain
}

async function computer() {
  const folder = await temporaryFolder()
  const ledgerFile = join(folder, 'ledger.sqlite')
  const state = { keychain: emptyKeychain() }
  /** A start of the app there. */
  const start = (keychain = state.keychain) => {
    const keys = createDataKeys(keychain)
    return { keys, safe: createKeySafe({ keychain, keys, ledgerFile, now: () => Date.UTC(2026, 10, 28), work }) }
  }
  /** A ledger as it lies there once it is sealed. */
  const seal = () => openLedger(ledgerFile, Buffer.from(state.keychain.entries.get('ledger-key') ?? '', 'base64')).close()
  return { folder, ledgerFile, keychain: state.keychain, start, seal }
}

/** With a code that was written down and confirmed. */
async function withCode() {
  const on = await computer()
  const { safe, keys } = on.start()
  const key = await keys.forSealing('live')
  const made = await safe.prepareCode()
  if (!('code' in made) || key.state !== 'key') throw new Error('no code')
  await safe.confirmCode(made.code.slice(-5))
  on.seal()
  return { ...on, code: made.code, key: key.key }
}

describe('the safe of the keys', () => {
  test('asks nothing and looks at no keychain where nothing is sealed', async () => {
    const { start, keychain } = await computer()
    keychain.now = 'denied'
    expect(await start().safe.look()).toEqual({ state: 'open' })
    expect(keychain.asked).toBe(0)
  })

  test('asks nothing of a sealed ledger whose key is there, before any file was sealed', async () => {
    const { start, keychain, seal } = await computer()
    keychain.entries.set('ledger-key', randomBytes(32).toString('base64'))
    seal()
    expect(await start().safe.look()).toEqual({ state: 'open' })
    expect((await start().safe.ring())?.[0].ledger.toString('base64')).toBe(keychain.entries.get('ledger-key'))
  })

  test('tells a keychain that has the keys of other data from one that has none', async () => {
    const { start, code } = await withCode()
    const other = emptyKeychain()
    for (const entry of ['vault-key', 'ledger-key']) other.entries.set(entry, randomBytes(32).toString('base64'))
    const { safe } = start(other)
    expect(await safe.look()).toMatchObject({ state: 'locked', why: 'other-key', ways: { code: true } })
    expect(await safe.byCode(code)).toBe('open')
    expect(await start(other).safe.look()).toEqual({ state: 'open' })
  })

  test('asks nothing where the keychain has the keys', async () => {
    const { start } = await withCode()
    expect(await start().safe.look()).toEqual({ state: 'open' })
  })

  test.each([
    ['was emptied', 'missing'],
    ['is on another computer', 'missing'],
    ['refuses', 'denied'],
    ['is locked', 'locked'],
    ['is none', 'no-keychain'],
  ] as const)('with a keychain that %s opens by the recovery code', async (_what, why) => {
    const { start, keychain, code, key } = await withCode()
    keychain.entries.clear()
    keychain.now = why === 'missing' ? 'available' : why
    const { safe, keys } = start()
    expect(await safe.look()).toEqual({ state: 'locked', why, ways: { code: true, passphrase: false }, isDamaged: false })
    expect(await keys.forOpening(key.id)).toEqual({ state: why })
    expect(await safe.byCode(inGroups(code))).toBe('open')
    expect(await keys.forOpening(key.id)).toEqual({ state: 'key', key })
    expect(await safe.look()).toEqual({ state: 'open' })
    // Put back where it takes them: the next start asks nothing.
    expect((await start().safe.look()).state).toBe(why === 'missing' ? 'open' : 'locked')
  })

  test('keeps what a keychain had of its own before, when another ledger’s keys come in', async () => {
    const { start, code, key } = await withCode()
    const other = emptyKeychain()
    const own = await createDataKeys(other).forSealing('live')
    if (own.state !== 'key') throw new Error('no key')
    other.entries.set('ledger-key', randomBytes(32).toString('base64'))
    const { safe } = start(other)
    expect(await safe.byCode(code)).toBe('open')
    const { keys } = start(other)
    expect(await keys.forSealing('live')).toEqual({ state: 'key', key })
    expect(await keys.forOpening(own.key.id)).toEqual(own)
  })

  test('takes a code only once its end was written back, and until then the one before stays good', async () => {
    const { start, code, keychain } = await withCode()
    const { safe } = start()
    const next = await safe.prepareCode()
    if (!('code' in next)) throw new Error('no code')
    const wrong = next.code.endsWith('00000') ? '11111' : '00000'
    expect(await safe.confirmCode(wrong)).toBe('wrong')
    keychain.entries.clear()
    expect(await start().safe.byCode(next.code)).toBe('wrong')
    expect(await safe.confirmCode(next.code.slice(-5).toLowerCase())).toBe('code')
    expect(await start().safe.byCode(code)).toEqual({ void: '2026-11-28T00:00:00.000Z' })
    expect(await start().safe.byCode(next.code)).toBe('open')
  })

  test('says that a damaged envelope opens nothing, and does not need it while the keychain has the keys', async () => {
    const { start, ledgerFile, keychain, code } = await withCode()
    writeFileSync(`${ledgerFile}.keys`, readFileSync(`${ledgerFile}.keys`, 'utf8').slice(0, -30))
    expect(await start().safe.look()).toEqual({ state: 'open' })
    keychain.entries.clear()
    const ways = { code: false, passphrase: false }
    expect(await start().safe.look()).toEqual({ state: 'locked', why: 'missing', ways, isDamaged: true })
    expect(await start().safe.byCode(code)).toBe('damaged')
  })

  test('makes no code where a keychain gives no answer, rather than one for other keys', async () => {
    const { start, keychain, ledgerFile } = await computer()
    keychain.now = 'locked'
    expect(await start().safe.prepareCode()).toEqual({ state: 'locked' })
    expect(existsSync(`${ledgerFile}.keys`)).toBe(false)
  })
})

describe('a passphrase on a computer without a keychain', () => {
  test('is asked for at each start, opens the same keys, and can be changed', async () => {
    const { start, keychain } = await computer()
    keychain.now = 'no-keychain'
    const first = start()
    expect((await first.safe.status()).kept).toBe('nowhere')
    const [{ vault }] = await first.safe.setPassphrase(passphrase)
    expect(await first.keys.forSealing('live')).toMatchObject({ state: 'key', key: { key: vault } })

    const second = start()
    expect(await second.safe.look()).toMatchObject({ state: 'locked', why: 'no-keychain', ways: { passphrase: true } })
    expect(await second.safe.byPassphrase('iets anders dan dat')).toBe('wrong')
    expect(await second.safe.byPassphrase(passphrase)).toBe('open')
    expect(await second.keys.forSealing('live')).toMatchObject({ state: 'key', key: { key: vault } })
    await second.safe.setPassphrase('en nu een andere zin')

    const third = start()
    expect(await third.safe.byPassphrase(passphrase)).toBe('wrong')
    expect(await third.safe.byPassphrase('en nu een andere zin')).toBe('open')
    expect(await third.safe.status()).toMatchObject({ kept: 'passphrase', codeAt: null })
  })

  test('is removed only where a keychain takes the keys instead, so that nothing comes to lie open', async () => {
    const { start, keychain } = await computer()
    keychain.now = 'no-keychain'
    const first = start()
    const [{ vault }] = await first.safe.setPassphrase(passphrase)
    expect(await first.safe.removePassphrase()).toBe(false)
    expect(await start().safe.byPassphrase(passphrase)).toBe('open')
    keychain.now = 'available'
    expect(await first.safe.removePassphrase()).toBe(true)
    const next = start()
    expect(await next.safe.look()).toEqual({ state: 'open' })
    expect(await next.keys.forSealing('live')).toMatchObject({ key: { key: vault } })
    expect(await next.safe.byPassphrase(passphrase)).toBe('no-passphrase')
  })

  test('that was forgotten is replaced after the recovery code', async () => {
    const { start, keychain } = await computer()
    keychain.now = 'no-keychain'
    const first = start()
    const [{ vault }] = await first.safe.setPassphrase(passphrase)
    const made = await first.safe.prepareCode()
    if (!('code' in made)) throw new Error('no code')
    await first.safe.confirmCode(made.code.slice(-5))
    expect(await start().safe.byPassphrase(passphrase)).toBe('open')

    const second = start()
    expect(await second.safe.byCode(made.code)).toBe('open')
    await second.safe.setPassphrase('en nu een andere zin')
    const third = start()
    expect(await third.safe.byPassphrase('en nu een andere zin')).toBe('open')
    expect(await third.keys.forSealing('live')).toMatchObject({ key: { key: vault } })
    // The code is as good as before.
    expect(await start().safe.byCode(made.code)).toBe('open')
  })
})

describe('keys that are renewed', () => {
  test.each(['available', 'no-keychain'] as const)(
    'with a keychain that is %s: what was sealed opens, what is new is under the new key',
    async (state) => {
      const { start, keychain } = await computer()
      keychain.now = state
      const first = start()
      await (state === 'no-keychain' ? first.safe.setPassphrase(passphrase) : first.keys.forSealing('live'))
      const before = await first.keys.forSealing('live')
      const made = await first.safe.prepareCode(true)
      if (!('code' in made) || before.state !== 'key') throw new Error('no code')
      expect(await first.keys.forSealing('live')).toEqual(before)
      expect(await first.safe.confirmCode(made.code.slice(-5))).toBe('code-and-keys')
      const after = await first.keys.forSealing('live')
      expect(after).not.toEqual(before)

      const second = start()
      await second.safe.byPassphrase(passphrase)
      expect(await second.keys.forSealing('live')).toEqual(after)
      expect(await second.keys.forOpening(before.key.id)).toEqual(before)
      // By the code alone as well.
      keychain.entries.clear()
      const third = start()
      expect(await third.safe.byCode(made.code)).toBe('open')
      expect(await third.keys.forSealing('live')).toEqual(after)
      expect(await third.keys.forOpening(before.key.id)).toEqual(before)
    },
  )

  test.each([0, 1, 2, 3])(
    'and a crash after %i of them are in the keychain: nothing is lost, and the next start goes on',
    async (taken) => {
      const { start, keychain, ledgerFile, key, code } = await withCode()
      const before = new Map(keychain.entries)
      const { safe, keys } = start()
      await keys.forSealing('live')
      const made = await safe.prepareCode(true)
      if (!('code' in made)) throw new Error('no code')
      const write = keychain.write.bind(keychain)
      let left = taken
      keychain.write = (entry, secret) => {
        left -= 1
        return left < 0 ? Promise.reject(new Error('the app is killed here')) : write(entry, secret)
      }
      const ended = safe.confirmCode(made.code.slice(-5)).catch((error: unknown) => String(error))
      expect(await ended).toBe(taken < 3 ? 'Error: the app is killed here' : 'code-and-keys')
      keychain.write = write

      const next = start()
      expect(isRenewing(ledgerFile)).toBe(true)
      expect(await next.safe.look()).toEqual({ state: 'open' })
      expect(await next.keys.forOpening(key.id)).toMatchObject({ state: 'key', key })
      const marked = Buffer.from(before.get('ledger-key') ?? '', 'base64')
      expect(await next.safe.ledgerKeys.of(markOfKey(marked))).toMatchObject({ state: 'key', key: marked })
      // Whatever the keychain had of it: the new code opens all of it, and the one before says that it is void.
      keychain.entries.clear()
      const elsewhere = start()
      expect(await elsewhere.safe.byCode(code)).toHaveProperty('void')
      expect(await elsewhere.safe.byCode(made.code)).toBe('open')
      expect(await elsewhere.keys.forOpening(key.id)).toMatchObject({ state: 'key', key })
    },
  )
})
