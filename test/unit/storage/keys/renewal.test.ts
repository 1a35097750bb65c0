import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createVault } from '#main/storage/attachment-vault.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { isRenewing, resealVault } from '#main/storage/keys/renewal.ts'
import { writeRing, type KeyRing } from '#main/storage/keys/key-ring.ts'
import { openSource } from '#main/storage/source-file.ts'
import { tableCopies } from '#main/storage/table-copies.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const child = fileURLToPath(new URL('../../../support/renewing-child.ts', import.meta.url))
const run = promisify(execFile)
/** Every step is a start of a process: all of them where somebody asks for it. */
const stride = process.env['BALIE_EVERY_STEP'] === '1' ? 1 : 4
const set = () => ({ vault: randomBytes(32), ledger: randomBytes(32) })

async function vaultOf(folder: string, ring: KeyRing) {
  const keys = createDataKeys(new FakeKeychain())
  keys.hold(ring)
  return createVault({ folder: path.join(folder, 'attachments'), keys })
}

test(
  'whatever step of a change of keys kill -9 comes at, every file opens, and the next start finishes it',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder()
    const earlier = set()
    const ring: KeyRing = [set(), earlier]
    const before = await vaultOf(folder, [earlier])
    const files = await Promise.all(
      ['een', 'twee', 'drie'].map(async (id) => {
        const bytes = randomBytes(id.length * 100_000)
        const source = await openSource({ name: id, bytes })
        return { bytes, record: { id, ...(await before.store(source, { id, maxBytes: 1e9, audience: 'live' })) } }
      }),
    )
    const practice = await openSource({ name: 'oefenen', bytes: Buffer.from('oefenen') })
    await before.store(practice, { id: 'oefenen', maxBytes: 1e9, audience: 'practice' })
    const copiesWith = (keys: KeyRing) => {
      const held = createDataKeys(new FakeKeychain())
      held.hold(keys)
      return tableCopies({ folder: path.join(folder, 'runs'), keys: held })
    }
    await copiesWith([earlier]).keep(1, practice, 'live')
    const start = await temporaryFolder()
    cpSync(folder, start, { recursive: true })
    const ledgerFile = path.join(folder, 'ledger.sqlite')
    const renew = async (step: number): Promise<unknown> =>
      run(process.execPath, [child, JSON.stringify({ step, folder, ring: writeRing(ring) })]).then(
        ({ stdout }) => Number(stdout),
        (error: unknown) => (error as { signal: string }).signal,
      )
    /** What opens with these keys, byte for byte. */
    const opens = async (keys: KeyRing): Promise<string[]> => {
      const vault = await vaultOf(folder, keys)
      const good: string[] = []
      for (const { record, bytes } of files) {
        const pieces: Uint8Array[] = []
        try {
          for await (const piece of vault.read(record)) pieces.push(Buffer.from(piece))
        } catch {
          continue
        }
        if (Buffer.concat(pieces).equals(bytes)) good.push(record.id)
      }
      return good
    }
    const all = files.map(({ record }) => record.id)
    const steps = Number(await renew(-1))
    expect(await opens([ring[0]])).toEqual(all)
    expect(steps).toBeGreaterThan(10)
    for (let step = 0; step < steps; step += stride) {
      rmSync(folder, { recursive: true })
      cpSync(start, folder, { recursive: true })
      expect(await renew(step), `step ${step}`).toBe('SIGKILL')
      expect(await opens(ring), `step ${step}`).toEqual(all)
      // Whoever has the earlier key alone, as after a crash before the keychain took the new one, loses nothing by it either.
      expect(step > 2 || (await opens([earlier])).length === all.length).toBe(true)
      const found = await resealVault(path.join(folder, 'attachments'), ledgerFile, ring)
      expect(found).toMatchObject({ foreign: 0, broken: 0 })
      expect(await opens([ring[0]]), `step ${step}`).toEqual(all)
      await (await copiesWith([ring[0]]).open(1)).close()
      expect(isRenewing(ledgerFile)).toBe(false)
      expect(readdirSync(path.join(folder, 'attachments')).filter((name) => name.endsWith('.part'))).toEqual([])
    }
    expect(existsSync(path.join(folder, 'attachments', 'oefenen.sealed'))).toBe(true)
  },
)
