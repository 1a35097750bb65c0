import { createHash, randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { envelopeIn, storeEnvelope } from '#main/storage/keys/envelope-file.ts'
import {
  newEnvelope,
  openByCode,
  openByPassphrase,
  readEnvelope,
  withCode,
  withPassphrase,
  withRing,
  writeEnvelope,
  type Envelope,
} from '#main/storage/keys/envelope.ts'
import { withNewest, type DataKeySet } from '#main/storage/keys/key-ring.ts'
import { inGroups, makeCode } from '#main/storage/keys/recovery-code.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const work = { N: 2 ** 14, r: 8, p: 1 } as const
const newSet = (): DataKeySet => ({ vault: randomBytes(32), ledger: randomBytes(32) })
const at = '2026-11-28T00:00:00.000Z'
const later = '2026-12-24T12:00:00.000Z'
const passphrase = 'vier losse woorden achter elkaar'

async function withBoth(set = newSet()) {
  const empty = newEnvelope([set])
  const code = makeCode(empty.envelope.id)
  return { set, code, open: await withPassphrase(await withCode(empty, code, at), passphrase, at, work) }
}

/** As whoever changed something would have to write it, so that its sum holds. */
function signed(content: object): string {
  return JSON.stringify({ ...content, sum: createHash('sha256').update(JSON.stringify(content)).digest('hex') })
}

describe('the envelope of the keys', () => {
  test('gives the same keys by the recovery code and by the passphrase, on any computer', async () => {
    const { set, code, open } = await withBoth()
    const elsewhere = readEnvelope(writeEnvelope(open.envelope))
    expect(elsewhere).toEqual(open.envelope)
    expect(await openByCode(elsewhere!, inGroups(code).toLowerCase())).toMatchObject({ state: 'open', ring: [set] })
    expect(await openByPassphrase(elsewhere!, passphrase)).toMatchObject({ state: 'open', ring: [set] })
  })

  test('shows none of the keys, nor the code or the passphrase, in any spelling', async () => {
    const { set, code, open } = await withBoth()
    const text = writeEnvelope(open.envelope)
    for (const secret of [set.vault, set.ledger, open.master])
      for (const spelling of ['base64', 'base64url', 'hex', 'latin1'] as const)
        expect(text).not.toContain(secret.toString(spelling))
    for (const secret of [code, inGroups(code), passphrase]) expect(text).not.toContain(secret)
  })

  test('knows a passphrase whose accents were composed on another keyboard', async () => {
    const { open } = await withBoth()
    const accented = await withPassphrase(open, 'één crème brûlée'.normalize('NFD'), later, work)
    expect(await openByPassphrase(accented.envelope, 'één crème brûlée'.normalize('NFC'))).toMatchObject({ state: 'open' })
  })

  test('says of each code that does not open it what is the matter', async () => {
    const { code, open } = await withBoth()
    const { envelope } = await withCode(open, makeCode(open.envelope.id), later)
    const slip = (code[0] === '7' ? '8' : '7') + code.slice(1)
    const says = async (typed: string, of: Envelope = envelope) => openByCode(of, typed)
    expect(await says(slip)).toEqual({ state: 'typo' })
    expect(await says(code.slice(0, 12))).toEqual({ state: 'incomplete' })
    expect(await says(code)).toEqual({ state: 'void', at: later })
    expect(await says(makeCode(envelope.id))).toEqual({ state: 'wrong' })
    const other = newEnvelope([newSet()], { ...envelope, id: envelope.id.startsWith('0') ? '1'.repeat(32) : '0'.repeat(32) })
    expect(await says(makeCode(other.envelope.id))).toEqual({ state: 'other-ledger' })
    expect(await says(makeCode(envelope.id), { ...envelope, code: null })).toEqual({ state: 'no-code' })
  })

  test('does not open with another passphrase, nor with one where there is none', async () => {
    const { open } = await withBoth()
    expect(await openByPassphrase(open.envelope, `${passphrase} `)).toEqual({ state: 'wrong' })
    expect(await openByPassphrase({ ...open.envelope, passphrase: null }, passphrase)).toEqual({ state: 'no-passphrase' })
  })

  test('keeps the code good when the passphrase changes, and the passphrase when the code does', async () => {
    const { set, code, open } = await withBoth()
    const changed = await withPassphrase(open, 'een heel andere zin hier', later, work)
    expect(await openByCode(changed.envelope, code)).toMatchObject({ state: 'open', ring: [set] })
    expect(await openByPassphrase(changed.envelope, passphrase)).toEqual({ state: 'wrong' })
    const next = makeCode(open.envelope.id)
    const renewed = await withCode(changed, next, later)
    expect(await openByCode(renewed.envelope, next)).toMatchObject({ state: 'open', ring: [set] })
    expect(await openByPassphrase(renewed.envelope, 'een heel andere zin hier')).toMatchObject({ state: 'open' })
  })

  test('made anew in the place of another makes its code void, and old codes stay void', async () => {
    const { code, open } = await withBoth()
    const again = newEnvelope([newSet()], open.envelope, later)
    const next = await withCode(again, makeCode(again.envelope.id), later)
    expect(next.envelope.id).toBe(open.envelope.id)
    expect(await openByCode(next.envelope, code)).toEqual({ state: 'void', at: later })
  })

  test('takes new keys in under the ways it has', async () => {
    const { set, code, open } = await withBoth()
    const newest = newSet()
    const { envelope } = withRing(open, withNewest(newest, open.ring))
    expect(await openByCode(envelope, code)).toMatchObject({ ring: [newest, set] })
    expect(await openByPassphrase(envelope, passphrase)).toMatchObject({ ring: [newest, set] })
  })

  test('of which any letter changed is damaged, and not a wrong code', async () => {
    const { open } = await withBoth()
    const text = writeEnvelope(open.envelope)
    for (let place = 0; place < text.length; place += 7) {
      const other = text[place] === 'x' ? 'y' : 'x'
      const changed = text.slice(0, place) + other + text.slice(place + 1)
      // A space between two of its parts says nothing.
      if (/\s/.test(text[place] ?? '')) continue
      expect(readEnvelope(changed), `at ${place}`).toBeNull()
    }
    expect(readEnvelope(text.slice(0, -20))).toBeNull()
  })

  test('whose parts were moved about by someone who knows the format does not open', async () => {
    const { code, open } = await withBoth()
    const { envelope } = await withBoth().then((other) => other.open)
    const swapped = readEnvelope(signed({ ...open.envelope, ring: envelope.ring }))
    expect(await openByCode(swapped!, code)).toEqual({ state: 'damaged' })
    const crossed = readEnvelope(
      signed({ ...open.envelope, code: { ...open.envelope.code, sealed: open.envelope.passphrase?.sealed } }),
    )
    expect(await openByCode(crossed!, code)).toEqual({ state: 'damaged' })
    const renamed = readEnvelope(signed({ ...open.envelope, id: envelope.id }))
    expect(await openByPassphrase(renamed!, passphrase)).toEqual({ state: 'wrong' })
  })

  test('that asks for too much work or memory, or for hardly any, is not read', async () => {
    const { open } = await withBoth()
    for (const asked of [{ N: 2 ** 30 }, { N: 2 }, { N: 3 * 2 ** 14 }, { r: 1024 }, { p: 100_000 }, { N: -1 }, { N: '16384' }]) {
      const passphraseWay = { ...open.envelope.passphrase, work: { ...work, ...asked } }
      expect(readEnvelope(signed({ ...open.envelope, passphrase: passphraseWay })), JSON.stringify(asked)).toBeNull()
    }
    expect(readEnvelope(signed({ ...open.envelope, version: 2 }))).toBeNull()
  })
})

describe('the file of the envelope', () => {
  test('is for this user alone, and replaces the one before whole', async () => {
    const file = join(await temporaryFolder(), 'ledger.sqlite.keys')
    const { open } = await withBoth()
    expect(await envelopeIn(file)).toEqual({ state: 'none' })
    await storeEnvelope(file, open.envelope)
    const next = await withCode(open, makeCode(open.envelope.id), later)
    // What a crash left of an earlier try is no obstacle.
    await writeFile(`${file}.part`, 'half')
    await storeEnvelope(file, next.envelope)
    expect(await envelopeIn(file)).toEqual({ state: 'envelope', envelope: next.envelope })
    expect(process.platform === 'win32' ? 0o600 : (await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(`${file}.part`).catch(() => 'gone')).toBe('gone')
  })

  test('that is no envelope, or endlessly long, is damaged', async () => {
    const file = join(await temporaryFolder(), 'ledger.sqlite.keys')
    for (const text of ['', '{}', 'SQLite format 3', ' '.repeat(70_000)]) {
      await writeFile(file, text)
      expect(await envelopeIn(file)).toEqual({ state: 'damaged' })
    }
  })
})
