import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createRestore } from '#main/features/backup/restore.ts'
import { createVault } from '#main/storage/attachment-vault.ts'
import { startBackup } from '#main/storage/backup/backup-maker.ts'
import { BackupFailure } from '#main/storage/backup/container.ts'
import { makeBackup } from '#main/storage/backup/make.ts'
import { decideToPutBack, emptyReplaced, putBack } from '#main/storage/backup/put-back.ts'
import { headOf, unpackBackup } from '#main/storage/backup/unpack.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { writeRing, type DataKeySet } from '#main/storage/keys/key-ring.ts'
import { createAnchor, folderKey } from '#main/storage/ledger-identity/anchor.ts'
import { restoredMark } from '#main/storage/ledger-identity/renew.ts'
import { openSource } from '#main/storage/source-file.ts'
import { copyDataFolder } from '#test/support/data-folder.ts'
import { bulkDesk, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { testLedgerKey } from '#test/support/ledger-file.ts'
import { mountSmallDisk } from '#test/faults/disk/tmpfs.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const passphrase = 'vier losse woorden achter elkaar'
const work = { N: 2 ** 14, r: 8, p: 1 } as const
const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })
const file = { content: Buffer.from('Klacht van Jan Jansen '.repeat(20_000)), id: 'bijlage-1' }

/** A computer with a desk on it, where two notes wait and a file lies in the vault; and a backup made while it is open. */
async function computerA() {
  const desk = await bulkDesk()
  const notes = [await desk.fileNote(1), await desk.fileNote(2)]
  const table = await desk.checked(noteTable(8, 9))
  const vault = createVault({ folder: path.join(desk.folder, 'attachments'), keys: createDataKeys(desk.keychain) })
  const source = await openSource({ name: 'bon.pdf', bytes: file.content })
  const record = { id: file.id, ...(await vault.store(source, { id: file.id, maxBytes: 1e9, audience: 'live' })) }
  writeFileSync(path.join(desk.folder, 'preferences.json'), '{"language":"en"}')
  const key = Buffer.from(desk.keychain.entries.get('vault-key') ?? '', 'base64')
  const ring = writeRing([{ vault: key, ledger: testLedgerKey }])
  const to = path.join(await temporaryFolder(), 'balie.balie-backup')
  const order = {
    folder: desk.folder,
    ledgerFile: path.join(desk.folder, 'ledger.sqlite'),
    ring,
    to,
    passphrase,
    app: '1.0.0',
    createdAt: new Date('2026-11-28T01:00:00Z'),
    work,
  }
  return { desk, notes, table, record, order, to }
}

/** Another computer, whose keychain has keys of its own. */
async function computerB() {
  const folder = await temporaryFolder()
  const keychain = new FakeKeychain()
  const vault = randomBytes(32)
  keychain.entries.set('vault-key', vault.toString('base64'))
  const target: DataKeySet = { vault, ledger: randomBytes(32) }
  keychain.entries.set('ledger-key', target.ledger.toString('base64'))
  return { folder, keychain, target, now: () => Date.UTC(2026, 10, 28, 12) }
}

const remembering = (folder: string) => (ledger: { id: string; generation: number }) =>
  createAnchor(path.join(folder, 'state'), folderKey(folder)).write({ ...ledger, mark: restoredMark })

const askingReason = { id: 'ledger.doubt.restored' }

/** A start in that folder, a minute after the backup: nothing asks because it has waited for long. */
async function openOn(
  folder: string,
  keychain: FakeKeychain,
  { desk: made }: { desk: BulkDeskUnderTest },
): Promise<BulkDeskUnderTest> {
  const desk = await bulkDesk({ from: { folder, keychain, clock: new FakeClock(made.clock.now() + 60_000) } })
  await desk.desk.start()
  return desk
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}

test('a backup made while Balie runs opens on another computer, under keys of its own, and everything unsent asks there', async () => {
  const a = await computerA()
  const { bytes } = await makeBackup(a.order, quiet())
  expect(statSync(a.to).size).toBe(bytes)
  expect(statSync(a.to).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  expect(readdirSync(path.dirname(a.to))).toEqual([path.basename(a.to)])
  expect(readdirSync(a.desk.folder)).not.toContain('backup.snapshot')
  const sealed = readFileSync(a.to)
  for (const secret of ['Jan Jansen', 'Factuur', 'SQLite', a.desk.keychain.entries.get('vault-key')])
    expect(sealed.includes(secret!)).toBe(false)

  const b = await computerB()
  expect(await headOf(a.to)).toMatchObject({ createdAt: '2026-11-28T01:00:00.000Z', app: '1.0.0' })
  const ledger = await unpackBackup({ ...b, file: a.to, passphrase }, quiet())
  decideToPutBack(b.folder, ledger, b.now())
  expect(putBack(b.folder, remembering(b.folder))).not.toBeNull()
  expect(readFileSync(path.join(b.folder, 'preferences.json'), 'utf8')).toBe('{"language":"en"}')
  const vault = createVault({ folder: path.join(b.folder, 'attachments'), keys: createDataKeys(b.keychain) })
  expect((await whole(vault.read(a.record))).equals(file.content)).toBe(true)

  const desk = await openOn(b.folder, b.keychain, a)
  await desk.clock.pass(3_600_000)
  expect(desk.vendor.tries).toEqual([])
  expect(await desk.handlers.outbox.counts(undefined)).toMatchObject({ asking: 2, askingReason })
  const { items } = await desk.handlers.outbox.list({ cursor: null, limit: 10 })
  expect(items.map(({ id }) => id).toSorted()).toEqual(a.notes.map(({ id }) => id).toSorted())
  // A table that was open goes along, and is read again from its copy.
  const settings = { format: 'csv', encoding: 'utf-8', delimiter: '\t', header: false } as const
  expect(await desk.bulk.reread({ runId: a.table.id, settings })).toMatchObject({ rowCount: 3 })
})

test('a backup put back on the computer that made it asks as well, also where nothing was sent since', async () => {
  const a = await computerA()
  await makeBackup(a.order, quiet())
  // As after a power cut: the ledger is exactly what the backup has, and this computer remembers no later one.
  const folder = await temporaryFolder()
  copyDataFolder(a.desk.folder, folder)
  const vault = Buffer.from(a.desk.keychain.entries.get('vault-key') ?? '', 'base64')
  const now = Date.UTC(2026, 10, 28, 12)
  const order = { file: a.to, passphrase, folder, target: { vault, ledger: testLedgerKey }, now: () => now }
  decideToPutBack(folder, await unpackBackup(order, quiet()), now)
  const aside = putBack(folder, remembering(folder))
  expect(readdirSync(aside!)).toEqual(expect.arrayContaining(['ledger.sqlite', 'attachments', 'preferences.json']))

  const desk = await openOn(folder, a.desk.keychain, a)
  await desk.clock.pass(3_600_000)
  expect(desk.vendor.tries).toEqual([])
  expect(await desk.handlers.outbox.counts(undefined)).toMatchObject({ asking: 2, askingReason })
  // A week, and then it is gone.
  emptyReplaced(folder, now + 6 * 86_400_000)
  expect(existsSync(aside!)).toBe(true)
  emptyReplaced(folder, now + 9 * 86_400_000)
  expect(existsSync(aside!)).toBe(false)
})

test('a backup that cannot be used changes nothing and leaves nothing', async () => {
  const a = await computerA()
  await makeBackup(a.order, quiet())
  const b = await computerB()
  writeFileSync(path.join(b.folder, 'ledger.sqlite'), 'what is here')
  const good = readFileSync(a.to)
  const flipped = Buffer.from(good)
  flipped[good.length - 5000] = (flipped[good.length - 5000] ?? 0) ^ 1
  const tries: [Buffer, string, string][] = [
    [good, 'een andere zin dan die', 'wrong-passphrase'],
    [good.subarray(0, -2000), passphrase, 'incomplete'],
    [flipped, passphrase, 'damaged'],
    [randomBytes(5000), passphrase, 'not-a-backup'],
  ]
  for (const [bytes, typed, trouble] of tries) {
    const chosen = path.join(await temporaryFolder(), 'chosen')
    writeFileSync(chosen, bytes)
    const failure = await unpackBackup({ ...b, file: chosen, passphrase: typed }, quiet()).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(BackupFailure)
    expect((failure as BackupFailure).trouble).toBe(trouble)
    expect(readdirSync(b.folder)).toEqual(['ledger.sqlite'])
    expect(readFileSync(path.join(b.folder, 'ledger.sqlite'), 'utf8')).toBe('what is here')
  }
})

test('a restore that is cancelled leaves nothing, and a backup that is cancelled leaves the one before', async () => {
  const a = await computerA()
  writeFileSync(a.to, 'the one before')
  const stop = new AbortController()
  const making = makeBackup(a.order, { signal: stop.signal, onProgress: () => stop.abort() })
  await expect(making).rejects.toThrow(/abort/i)
  expect(readFileSync(a.to, 'utf8')).toBe('the one before')
  expect(readdirSync(path.dirname(a.to))).toEqual([path.basename(a.to)])
  await makeBackup(a.order, quiet())
  const b = await computerB()
  const again = new AbortController()
  const watch = { signal: again.signal, onProgress: () => again.abort() }
  await expect(unpackBackup({ ...b, file: a.to, passphrase }, watch)).rejects.toThrow(/abort/i)
  expect(readdirSync(b.folder)).toEqual([])
})

test('a backup is made in a thread of its own, with its progress', async () => {
  const a = await computerA()
  const seen: number[] = []
  const { outcome } = startBackup(a.order, (done, total) => seen.push(done / total))
  expect(await outcome).toMatchObject({ state: 'made' })
  expect(seen.at(-1)).toBe(1)
  expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  const nowhere = startBackup({ ...a.order, to: path.join(a.to, 'inside-a-file') }, () => undefined)
  expect(await nowhere.outcome).toMatchObject({ state: 'failed', reason: 'disk-refused' })
})

test('a full disk is told while a backup is made and while one is put back, and leaves nothing half', async ({ skip }) => {
  const disk = mountSmallDisk(8)
  skip(typeof disk === 'string', typeof disk === 'string' ? disk : '')
  if (typeof disk === 'string') return
  onTestFinished(disk.unmount)
  const a = await computerA()
  await makeBackup(a.order, quiet())
  const namesIn = () => readdirSync(disk.folder).toSorted()
  // Where the backup comes to lie, and where its snapshot does.
  const to = path.join(disk.folder, 'balie.balie-backup')
  writeFileSync(to, 'the one before')
  for (const left of [0, 64, 256]) {
    disk.fill(left * 1024)
    const elsewhere = startBackup({ ...a.order, to }, () => undefined)
    expect(await elsewhere.outcome, `${left} kB`).toMatchObject({ state: 'failed', reason: 'disk-full' })
    expect(namesIn()).toEqual(['balie.balie-backup', 'filler'])
    disk.free()
  }
  expect(readFileSync(to, 'utf8')).toBe('the one before')
  rmSync(to)
  const data = path.join(disk.folder, 'data')
  mkdirSync(data)
  copyDataFolder(a.desk.folder, data)
  disk.fill(64 * 1024)
  const order = { ...a.order, folder: data, ledgerFile: path.join(data, 'ledger.sqlite') }
  expect(await startBackup(order, () => undefined).outcome).toMatchObject({ state: 'failed', reason: 'disk-full' })
  expect(readdirSync(data).filter((name) => name.startsWith('backup'))).toEqual([])
  disk.free()
  rmSync(data, { recursive: true })

  const b = await computerB()
  writeFileSync(path.join(disk.folder, 'ledger.sqlite'), 'what is here')
  rmSync(path.join(a.desk.folder, 'attachments'), { recursive: true })
  const small = { ...a.order, to: `${a.to}.small` }
  await makeBackup(small, quiet())
  let chosen = a.to
  const { handlers } = createRestore({
    safe: { restoreTarget: async () => ({ set: b.target, stage: async () => undefined, keep: async () => undefined }) },
    folder: disk.folder,
    now: b.now,
    chooseBackup: async () => chosen,
    goOn: () => undefined,
    onProgress: () => undefined,
    log: () => undefined,
  })
  // While it is unpacked, while its files are sealed anew, and, of one that is all ledger, while that is.
  for (const [backup, left] of [
    [a.to, 0],
    [a.to, 300],
    [a.to, 1000],
    [small.to, 350],
    [small.to, 450],
  ] as const) {
    chosen = backup
    disk.fill(left * 1024)
    await handlers.choose(undefined)
    await expect(handlers.unpack({ passphrase }), `${left} kB`).rejects.toMatchObject({
      failure: { message: { id: 'restore.failed.disk-full' } },
    })
    expect(namesIn()).toEqual(['filler', 'ledger.sqlite'])
    disk.free()
  }
  await handlers.choose(undefined)
  expect(await handlers.unpack({ passphrase })).toEqual({ outcome: 'ready' })
})

const child = fileURLToPath(new URL('../../../support/restoring-child.ts', import.meta.url))
const run = promisify(execFile)
/** Every step is a start of a process: all of them where somebody asks for it. */
const stride = process.env['BALIE_EVERY_STEP'] === '1' ? 1 : 2

/** Every file below a folder with its bytes, but for what a second computer remembers. */
function everything(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]))
}

test(
  'whatever step of a restore kill -9 comes at, what is there is the old or the new, and whole',
  { timeout: 120_000 },
  async () => {
    const a = await computerA()
    await makeBackup(a.order, quiet())
    const b = await computerB()
    const before = await temporaryFolder()
    mkdirSync(path.join(before, 'attachments'))
    for (const name of ['ledger.sqlite', 'ledger.sqlite-wal', 'attachments/old.sealed', 'preferences.json'])
      writeFileSync(path.join(before, name), `old ${name}`)
    const old = everything(before)
    const order = {
      file: a.to,
      passphrase,
      folder: b.folder,
      vault: b.target.vault.toString('base64'),
      ledger: b.target.ledger.toString('base64'),
      now: b.now(),
    }
    const start = async (act: 'unpack' | 'put-back', step: number): Promise<unknown> =>
      run(process.execPath, [child, JSON.stringify({ act, step, order })]).then(
        ({ stdout }) => Number(stdout),
        (error: unknown) => (error as { signal: string }).signal,
      )
    const again = (from: string) => {
      for (const name of readdirSync(b.folder)) rmSync(path.join(b.folder, name), { recursive: true })
      cpSync(from, b.folder, { recursive: true })
    }
    const now = () => Object.entries(everything(b.folder))
    const isAside = (name: string) => name.startsWith('replaced-')

    // Until it is decided nothing that is there is touched, and the next start takes back what was unpacked.
    again(before)
    const unpacking = Number(await start('unpack', -1)) - 20
    for (const part of [0.1, 0.5, 1]) {
      again(before)
      expect(await start('unpack', Math.floor(unpacking * part))).toBe('SIGKILL')
      putBack(b.folder, () => undefined)
      expect(everything(b.folder)).toEqual(old)
    }

    // From then on the new one comes, at whichever start, and what was there is kept whole.
    again(before)
    decideToPutBack(b.folder, await unpackBackup({ ...b, file: a.to, passphrase }, quiet()), b.now())
    const decided = await temporaryFolder()
    cpSync(b.folder, decided, { recursive: true })
    const steps = Number(await start('put-back', -1))
    const restored = now().filter(([name]) => !isAside(name))
    expect(restored.map(([name]) => name)).toContain(path.join('attachments', `${file.id}.sealed`))
    expect(steps).toBeGreaterThan(10)
    for (let step = 0; step < steps; step += stride) {
      again(decided)
      expect(await start('put-back', step), `step ${step}`).toBe('SIGKILL')
      putBack(b.folder, () => undefined)
      expect(new Map(now().filter(([name]) => !isAside(name))), `step ${step}`).toEqual(new Map(restored))
      const aside = now()
        .filter(([name]) => isAside(name))
        .map(([, bytes]) => bytes)
      expect(new Set(aside), `step ${step}`).toEqual(new Set(Object.values(old)))
    }
  },
)
