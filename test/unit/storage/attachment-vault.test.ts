import { execFile, execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createVault, type StoreOptions, type VaultRecord } from '#main/storage/attachment-vault.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { openSource } from '#main/storage/source-file.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const posix = process.platform !== 'win32'
const content = randomBytes(500_000)

async function setUp() {
  const folder = join(await temporaryFolder(), 'vault')
  const keychain = new FakeKeychain()
  /** The vault as it is after a start of the app. */
  const start = (now = Date.now) => createVault({ folder, keys: createDataKeys(keychain), now })
  const vault = start()
  const store = async (bytes: Uint8Array = content, options: Partial<StoreOptions> = {}): Promise<VaultRecord> => {
    const source = await openSource({ name: 'a.pdf', bytes })
    const id = options.id ?? 'bijlage-1'
    return { id, ...(await vault.store(source, { id, maxBytes: 100 * 1024 * 1024, audience: 'live', ...options })) }
  }
  return { folder, keychain, vault, start, store }
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

describe('a file in the vault', () => {
  test('is the same after a restart, and says how long it is and what its hash is', async () => {
    const { store, start } = await setUp()
    const record = await store()
    expect(record).toEqual({
      id: 'bijlage-1',
      bytes: 500_000,
      sha256: createHash('sha256').update(content).digest('hex'),
      sealed: true,
    })
    expect(await start().check(record)).toBe('stored')
    expect((await whole(start().read(record))).equals(content)).toBe(true)
  })

  test('is sealed: nothing of it can be read on the disk', async () => {
    const { store, folder } = await setUp()
    await store(Buffer.from('Rekening van Jan Jansen '.repeat(1_000)))
    const [name = ''] = await readdir(folder)
    expect((await readFile(join(folder, name))).includes('Jan Jansen')).toBe(false)
  })

  test.runIf(posix)('is for this user alone, sealed or plain', async () => {
    const { store, folder, keychain } = await setUp()
    await store(content, { id: 'dicht' })
    keychain.now = 'no-keychain'
    const { folder: plainFolder, store: storePlain, keychain: none } = await setUp()
    none.now = 'no-keychain'
    await storePlain(content, { id: 'open' })
    const modes = await Promise.all(
      [folder, join(folder, 'dicht.sealed'), plainFolder, join(plainFolder, 'open.plain')].map((path) => stat(path)),
    )
    expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '600', '700', '600'])
  })

  test('without a keychain is a plain file, and is still the same after a restart', async () => {
    const { store, start, keychain } = await setUp()
    keychain.now = 'no-keychain'
    const record = await store()
    expect(record.sealed).toBe(false)
    expect(await start().check(record)).toBe('stored')
    expect((await whole(start().read(record))).equals(content)).toBe(true)
  })

  test('of a practice account needs no keychain, now or later', async () => {
    const { store, start, keychain } = await setUp()
    keychain.now = 'locked'
    const record = await store(content, { audience: 'practice' })
    expect(record.sealed).toBe(true)
    expect((await whole(start().read(record))).equals(content)).toBe(true)
    expect(keychain.asked).toBe(0)
  })

  test.each(['locked', 'denied', 'broken'] as const)(
    'while the keychain is %s is not taken, and one that is there is not lost',
    async (state) => {
      const { store, start, keychain, folder } = await setUp()
      const record = await store()
      keychain.now = state
      const later = createVault({ folder, keys: createDataKeys(keychain) })
      const source = await openSource({ name: 'b.pdf', bytes: content })
      await expect(later.store(source, { id: 'b', maxBytes: 1e6, audience: 'live' })).rejects.toMatchObject({ reason: state })
      await expect(whole(start().read(record))).rejects.toMatchObject({ reason: state })
      expect(await start().check(record)).toBe('stored')
      expect(await readdir(folder)).toEqual(['bijlage-1.sealed'])
    },
  )
})

describe('a lost file', () => {
  const losses: Record<string, (path: string, keychain: FakeKeychain) => Promise<unknown>> = {
    'whose key is gone': async (_path, keychain) => keychain.entries.clear(),
    'whose keychain is gone': async (_path, keychain) => {
      keychain.now = 'no-keychain'
    },
    'whose key is another one': async (_path, keychain) => keychain.entries.set('vault-key', randomBytes(32).toString('base64')),
    'that was cut off': (path) => truncate(path, 300_000),
    'that is something else now': (path) => writeFile(path, 'iets anders'),
    'that is empty': (path) => truncate(path, 0),
  }
  test.each(Object.entries(losses))('%s is named so, at once and when read', async (_name, lose) => {
    const { store, start, folder, keychain } = await setUp()
    const record = await store()
    await lose(join(folder, 'bijlage-1.sealed'), keychain)
    expect(await start().check(record)).toBe('lost')
    await expect(whole(start().read(record))).rejects.toMatchObject({ reason: 'lost' })
  })

  test('that was removed', async () => {
    const { store, vault } = await setUp()
    const record = await store()
    await vault.remove(record.id)
    expect(await vault.check(record)).toBe('lost')
    await expect(whole(vault.read(record))).rejects.toMatchObject({ reason: 'lost' })
  })

  test.each([true, false])('with one other bit shows when it is read, and from then on in lists (sealed: %s)', async (sealed) => {
    const { store, vault, folder, keychain } = await setUp()
    if (!sealed) keychain.now = 'no-keychain'
    const record = await store()
    const path = join(folder, `bijlage-1.${sealed ? 'sealed' : 'plain'}`)
    const bytes = await readFile(path)
    bytes[400_000] = (bytes[400_000] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect(await vault.check(record)).toBe('stored')
    const given: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of vault.read(record)) given.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({ reason: 'lost' })
    expect(Buffer.concat(given).length).toBeLessThan(content.length)
    expect(await vault.check(record)).toBe('lost')
  })
})

describe('storing', () => {
  test('tells how far it is', async () => {
    const { store } = await setUp()
    const steps: number[] = []
    await store(content, { onBytes: (bytes) => steps.push(bytes) })
    expect(steps.at(-1)).toBe(content.length)
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps)
  })

  test('refuses what is over the limit before anything is written', async () => {
    const { store, folder } = await setUp()
    await expect(store(content, { maxBytes: content.length - 1 })).rejects.toMatchObject({ reason: 'too-large' })
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('a source that fails under way leaves no file behind', async () => {
    const { vault, folder } = await setUp()
    const path = join(await temporaryFolder(), 'a.pdf')
    await writeFile(path, content)
    const source = await openSource({ path })
    const change = () => truncate(path, 300_000)
    let first: Promise<void> | null = null
    const onBytes = () => void (first ??= change())
    await expect(vault.store(source, { id: 'a', maxBytes: 1e6, audience: 'live', onBytes })).rejects.toMatchObject({
      reason: 'changed',
    })
    await source.close()
    expect(await readdir(folder)).toEqual([])
  })

  test('a disk that refuses is named', async () => {
    const { store, folder } = await setUp()
    await writeFile(folder, 'a file where the vault should be')
    await expect(store()).rejects.toMatchObject({ reason: 'disk-refused' })
  })

  test('an id that could leave the folder is stopped', async () => {
    const { store } = await setUp()
    await expect(store(content, { id: '../buiten' })).rejects.toThrow('Not an attachment id')
  })
})

describe('the sweep', () => {
  test('removes what nothing names and what a crash left, and keeps the rest', async () => {
    const { store, start, folder } = await setUp()
    for (const id of ['blijft', 'weg']) await store(content, { id })
    await writeFile(join(folder, 'half.sealed.part'), 'x')
    await writeFile(join(folder, 'blijft.sealed.part'), 'x')
    await writeFile(join(folder, 'oud.plain'), 'x')
    await writeFile(join(folder, 'van iemand anders.txt'), 'x')
    await start().sweep(new Set(['blijft']))
    expect((await readdir(folder)).toSorted()).toEqual(['blijft.sealed', 'removed', 'van iemand anders.txt'])
  })

  const day = 24 * 60 * 60_000
  test('gives a ledger that is put back within a week its files back', async () => {
    const { store, start } = await setUp()
    const [read, named] = [await store(content, { id: 'gelezen' }), await store(content, { id: 'genoemd' })]
    const at = Date.now()
    await start(() => at).sweep(new Set())
    const later = start(() => at + 6 * day)
    expect(await later.check(read)).toBe('stored')
    await later.sweep(new Set(['gelezen', 'genoemd']))
    await start(() => at + 30 * day).sweep(new Set(['gelezen', 'genoemd']))
    expect(await start().check(named)).toBe('stored')
  })

  test('is final after a week, and not before', async () => {
    const { store, start, folder } = await setUp()
    await store(content, { id: 'weg' })
    const at = Date.now()
    const files = async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sealed')).length
    await start(() => at).sweep(new Set())
    await start(() => at + 7 * day).sweep(new Set())
    expect(await files()).toBe(1)
    await start(() => at + 8 * day).sweep(new Set())
    expect(await files()).toBe(0)
  })

  test('does not take a file from under a form that was just given it', async () => {
    const { store, vault, folder } = await setUp()
    await store(content, { id: 'net' })
    await vault.sweep(new Set())
    expect(await readdir(folder)).toEqual(['net.sealed'])
  })

  test('a vault that was never used has nothing to sweep', async () => {
    const { vault } = await setUp()
    await expect(vault.sweep(new Set())).resolves.toBeUndefined()
  })
})

describe.runIf(process.platform === 'linux')('in a process of its own', () => {
  const run = promisify(execFile)
  const child = fileURLToPath(new URL('../../support/vault-child.ts', import.meta.url))
  const megabyte = 1024 * 1024
  interface Answer {
    outcome: string
    read: number
    peakMegabytes: number
  }
  const fileOf = async (megabytes: number) => {
    const path = join(await temporaryFolder(), 'bestand.bin')
    await writeFile(path, randomBytes(megabytes * megabyte))
    return path
  }
  const stored = async (path: string, folder: string, ...prefix: string[]): Promise<Answer> => {
    const [command, ...args] = [...prefix, process.execPath, child, path, folder]
    return JSON.parse((await run(command, args)).stdout) as Answer
  }

  test('memory does not grow with the file', async () => {
    const folder = await temporaryFolder()
    const small = await stored(await fileOf(20), join(folder, 'a'))
    const large = await stored(await fileOf(100), join(folder, 'b'))
    expect(large).toMatchObject({ outcome: 'stored', read: 100 * megabyte })
    expect(large.peakMegabytes - small.peakMegabytes).toBeLessThan(40)
  })

  test('a limit on file size is told as a full disk, and nothing is left', async () => {
    const folder = await temporaryFolder()
    const answer = await stored(await fileOf(5), folder, 'sh', '-c', 'ulimit -f 4000; exec "$@"', 'sh')
    expect(answer.outcome).toBe('disk-full')
    expect(await readdir(folder)).toEqual([])
  })

  const canMount = () => {
    try {
      execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }
  test.runIf(canMount())('a disk that is really full is told so, and nothing is left', async () => {
    const folder = await temporaryFolder()
    // The listing comes from inside the mount: outside it the folder is always empty.
    const script = 'mount -t tmpfs -o size=2m none "$1"; shift; "$@"; ls -A "$4"'
    const args = ['--mount', 'sh', '-c', script, 'sh', folder, process.execPath, child, await fileOf(5), folder]
    const { stdout } = await run('unshare', args)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'disk-full' })
  })
})
