import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase, type Database } from '#main/storage/database.ts'
import type { KeychainState } from '#main/storage/keychain.ts'
import { LedgerDamaged, LedgerSealed } from '#main/storage/ledger-failures.ts'
import { systemHost } from '#main/storage/ledger-identity/host.ts'
import { openOwnLedger, type LedgerQuestions } from '#main/storage/ledger-identity/open.ts'
import { markOfKey, sealingOf } from '#main/storage/ledger-key.ts'
import { sealCopies } from '#main/storage/ledger-seal/copies.ts'
import { createLedgerKeys } from '#main/storage/ledger-seal/keys.ts'
import { finishReseal, resealedAs, resealLedger } from '#main/storage/ledger-seal/reseal.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { mountSmallDisk } from '#test/faults/disk/tmpfs.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { openLedgerFile, testLedgerKey, unsealedBytes } from '#test/support/ledger-file.ts'
import { contentOf, makeOldLedger, missingFrom } from '#test/support/old-ledger.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** What stands in the old ledgers: a name, an address, words that were typed, and what the search index and SQLite itself would show. */
const canaries = ['Zoë d’Arc', 'zoe@example.nl', 'kwam niet aan', 'submission_search', 'CREATE TABLE', 'SQLite format 3']

async function computer(on?: string) {
  const root = on ?? (await temporaryFolder())
  const folder = path.join(root, 'data')
  mkdirSync(folder)
  const file = path.join(folder, 'ledger.sqlite')
  const keychain = new FakeKeychain()
  const troubles: string[] = []
  const open = async (questions: Partial<LedgerQuestions> = {}, seals = true) => {
    const own = await openOwnLedger({
      file,
      stateFolder: path.join(root, 'state'),
      keychain,
      ...(seals && { keys: createLedgerKeys(keychain) }),
      host: systemHost(root),
      questions: { startEmpty: () => Promise.resolve(false), takeOver: () => Promise.resolve(false), ...questions },
      now: Date.now,
      log: (message) => troubles.push(message),
    })
    onTestFinished(() => (own.ledger.db.open ? own.close() : undefined))
    return own
  }
  /** A ledger as an earlier Balie left it, lying open, with what a crash leaves in its log. */
  const old = (version: number) => {
    const db = openDatabase(file)
    db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
    makeOldLedger(db, version)
    db.exec(`PRAGMA wal_checkpoint(TRUNCATE); UPDATE submissions SET subject = 'in het log alleen' WHERE id = 'waits'`)
    const content = contentOf(db)
    for (const end of ['', '-wal']) cpSync(file + end, `${file}.kept${end}`)
    db.close()
    for (const end of ['', '-wal']) {
      cpSync(`${file}.kept${end}`, file + end)
      rmSync(`${file}.kept${end}`)
    }
    return content
  }
  return { root, folder, file, keychain, troubles, open, old }
}

/** Which of the canaries any file below the folder shows, letter by letter. */
function shown(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
  const bytes = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file))
  return canaries.filter((canary) => bytes.some((all) => all.includes(canary)))
}

/** Every file below a folder, with its content. */
const picture = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      // What SQLite makes of the log to read it; nothing of it counts.
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  )

const look = <T>(file: string, read: (db: Database) => T): T => {
  const db = openLedgerFile(file, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

describe('a ledger that lies open', () => {
  test.each(migrations.map((_, at) => at + 1))(
    'of version %i is sealed with all that is in it, and its copies with it',
    async (version) => {
      const { folder, file, open, old, keychain, troubles } = await computer()
      const before = old(version)
      cpSync(file, `${file}.before-1`)
      cpSync(`${file}-wal`, `${file}.before-1-wal`)
      // A copy of an upgrade has no log.
      const backup = openDatabase(`${file}.before-1`)
      backup.exec('PRAGMA journal_mode = DELETE')
      backup.close()
      const aside = path.join(folder, 'set-aside-2026')
      mkdirSync(aside)
      for (const end of ['', '-wal']) cpSync(file + end, path.join(aside, `ledger.sqlite${end}`))
      expect(shown(folder)).toEqual(canaries)

      const own = await open()
      await sealCopies({
        file,
        key: testLedgerKey,
        earlier: own.earlierKeys,
        vault: () => Promise.resolve({ id: Buffer.alloc(8), key: randomBytes(32) }),
        log: (message) => troubles.push(message),
      })
      expect(own.key).toEqual(testLedgerKey)
      expect(missingFrom(contentOf(own.ledger.db), before)).toEqual([])
      expect(shown(folder)).toEqual([])
      expect(await own.settle(true, () => undefined)).toBe(version < 3 ? null : 'unknown-here')
      await own.close()
      expect(shown(folder)).toEqual([])
      expect(look(`${file}.before-1`, (db) => missingFrom(contentOf(db), before))).toEqual([])
      expect(readdirSync(aside).toSorted()).toEqual(['ledger.sqlite-wal.sealed', 'ledger.sqlite.sealed'])
      expect([keychain.ledgerKey, troubles]).toEqual([testLedgerKey, []])
      const rights = ['ledger.sqlite', 'ledger.sqlite.before-1'].map((name) => statSync(path.join(folder, name)).mode & 0o777)
      expect(rights).toEqual(process.platform === 'win32' ? [0o666, 0o666] : [0o600, 0o600])
    },
  )

  test('and is not sealed shows everything, so that the search for it can fail', async () => {
    const { folder, open, old } = await computer()
    old(migrations.length)
    await (await open({}, false)).close()
    expect(shown(folder)).toEqual(canaries)
  })

  test('of practice alone asks no keychain, and is sealed at the end of the session in which a vendor’s account came', async () => {
    const { file, folder, keychain, open } = await computer()
    keychain.now = 'locked'
    const practice = await open()
    practice.ledger.db.exec(
      `INSERT INTO accounts (id, settings, created_at) VALUES ('p', '{"kind":"billink","url":null,"name":"Oefenen"}', 1)`,
    )
    await practice.close()
    expect([sealingOf(file).state, keychain.asked]).toEqual(['open', 0])

    keychain.now = 'available'
    const own = await open()
    expect([own.key, keychain.asked]).toEqual([null, 0])
    own.ledger.db.exec(`
      INSERT INTO accounts (id, settings, created_at) VALUES ('v', '{"kind":"billink","url":"https://api.billink.nl","name":"Zoë d’Arc"}', 1)`)
    await own.settle(true, () => undefined)
    await own.close()
    expect([sealingOf(file).state, shown(folder)]).toEqual(['sealed', []])
    const again = await open()
    expect(await again.settle(true, () => undefined)).toBeNull()
  })

  test.each(['no-keychain', 'locked', 'denied', 'broken'] as const)(
    'stays so where the keychain is %s, and works',
    async (state) => {
      const { file, open, old, keychain, troubles } = await computer()
      const before = old(migrations.length)
      keychain.now = state
      const own = await open()
      expect(missingFrom(contentOf(own.ledger.db), before)).toEqual([])
      await own.close()
      expect([sealingOf(file).state, troubles]).toEqual(['open', []])
    },
  )
})

test.for([0, 16, 64, 200, 400])(
  'a disk with room for %i kB keeps a ledger as it is, and seals it once there is room',
  async (left, { skip }) => {
    const disk = mountSmallDisk(4)
    skip(typeof disk === 'string', typeof disk === 'string' ? disk : '')
    if (typeof disk === 'string') return
    onTestFinished(disk.unmount)
    const { folder, file, open, old } = await computer(disk.folder)
    const before = old(migrations.length)
    disk.fill(left * 1024)
    // Where not even a session can be written down, none begins.
    const refused = await open().then(
      (own) => own.close().then(() => 'SQLITE_FULL'),
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    )
    expect(refused).toMatch(/^(ENOSPC|SQLITE_(FULL|IOERR|CANTOPEN))/)
    disk.free()
    const again = await open()
    expect(missingFrom(contentOf(again.ledger.db), before)).toEqual([])
    await again.close()
    expect([sealingOf(file).state, shown(folder)]).toEqual(['sealed', []])
    expect(readdirSync(folder).filter((name) => name.includes('reseal') || name.includes('alone'))).toEqual([])
  },
)

describe('a sealed ledger', () => {
  const sealed = async () => {
    const all = await computer()
    all.old(migrations.length)
    const own = await all.open()
    await own.settle(true, () => undefined)
    await own.close()
    return all
  }

  test.each<[string, (keychain: FakeKeychain) => unknown, LedgerSealed['reason']]>([
    ['whose keychain is locked', (keychain) => (keychain.now = 'locked'), 'locked'],
    ['whose keychain gives no access', (keychain) => (keychain.now = 'denied'), 'denied'],
    ['without a keychain', (keychain) => (keychain.now = 'no-keychain' satisfies KeychainState), 'no-keychain'],
    ['whose keychain does not load', (keychain) => (keychain.now = 'broken'), 'broken'],
    ['whose key is gone from the keychain', (keychain) => (keychain.ledgerKey = null), 'missing'],
    ['of another computer', (keychain) => (keychain.ledgerKey = randomBytes(32)), 'other'],
  ])('%s is told so, and nothing of it is touched', async (_, meddle, reason) => {
    const { folder, open, keychain } = await sealed()
    const before = picture(folder)
    const asked: unknown[] = []
    meddle(keychain)
    const failure = await open({ startEmpty: (why) => (asked.push(why), Promise.resolve(false)) }).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(LedgerSealed)
    expect(failure).toMatchObject({ reason })
    // Whoever has no key any more may begin anew; a locked keychain is no reason to.
    expect(asked).toEqual(reason === 'missing' || reason === 'other' ? [failure] : [])
    expect(picture(folder)).toEqual(before)
    expect([...keychain.entries.keys()].filter((entry) => entry.startsWith('ledger-key'))).toEqual([])
  })

  const page = 4096
  test.each<[string, (bytes: Buffer) => Buffer | void]>([
    ['with one bit changed at its beginning', (bytes) => void (bytes[100]! ^= 1)],
    ['with one bit changed in its middle', (bytes) => void (bytes[Math.floor(bytes.length / 2)]! ^= 1)],
    ['with two pages that changed places', (bytes) => void bytes.copyWithin(3 * page, 5 * page, 6 * page)],
    ['that is cut off in a page', (bytes) => bytes.subarray(0, bytes.length - 1000)],
    ['that is cut off between two pages', (bytes) => bytes.subarray(0, bytes.length - page)],
    ['of which only the first page is left', (bytes) => bytes.subarray(0, page)],
  ])('%s is damaged, and left as it is', async (_, damage) => {
    const { folder, file, open } = await sealed()
    const bytes = readFileSync(file)
    writeFileSync(file, damage(bytes) ?? bytes)
    const before = picture(folder)
    await expect(open()).rejects.toBeInstanceOf(LedgerDamaged)
    expect(picture(folder)).toEqual(before)
  })

  test.each([16, 17, 18, 19, 20, 21, 22, 23])('that a crash left, with its open byte %i changed, is damaged', async (byte) => {
    const { root, folder, file, open } = await sealed()
    const own = await open()
    const crashed = path.join(root, 'crashed')
    cpSync(folder, crashed, { recursive: true, filter: (name) => !name.endsWith('-shm') })
    await own.close()
    rmSync(folder, { recursive: true })
    cpSync(crashed, folder, { recursive: true })
    const bytes = readFileSync(file)
    bytes[byte]! ^= 3
    writeFileSync(file, bytes)
    const before = picture(folder)
    await expect(open()).rejects.toBeInstanceOf(LedgerDamaged)
    expect(picture(folder)).toEqual(before)
  })

  test('in whose place one lies that anybody can make is doubted, and sealed', async () => {
    const { file, open } = await sealed()
    const other = await computer()
    other.old(migrations.length)
    await (await other.open({}, false)).close()
    cpSync(other.file, file)
    const own = await open()
    expect(await own.settle(true, () => undefined)).toBe('older-copy')
    expect(own.key).toEqual(testLedgerKey)
  })

  test('with the log of a ledger under another key is damaged, and left as it is', async () => {
    const { folder, file, open } = await sealed()
    const own = await open()
    const other = path.join(folder, 'other.sqlite')
    const key = randomBytes(32)
    const db = openDatabase(other, { key })
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE one (text TEXT)')
    const log = readFileSync(`${other}-wal`)
    db.close()
    rmSync(other)
    await own.close()
    writeFileSync(`${file}-wal`, log)
    const before = picture(folder)
    await expect(open()).rejects.toBeInstanceOf(LedgerDamaged)
    expect(picture(folder)).toEqual(before)
  })

  test('is put under the newest key at the next start, with its copies, and then no longer opens with the earlier one', async () => {
    const { file, folder, keychain, open } = await sealed()
    cpSync(file, `${file}.before-1`)
    const newest = randomBytes(32)
    keychain.ledgerKey = newest
    const ring = [{ vault: randomBytes(32).toString('base64'), ledger: testLedgerKey.toString('base64') }]
    keychain.entries.set('earlier-keys', JSON.stringify(ring))
    const own = await open()
    const vault = () => Promise.resolve(null)
    await sealCopies({ file, key: newest, earlier: own.earlierKeys, vault, log: (message) => expect(message).toBe('') })
    expect(await own.settle(true, () => undefined)).toBeNull()
    const content = contentOf(own.ledger.db)
    await own.close()
    for (const name of ['ledger.sqlite', 'ledger.sqlite.before-1']) {
      expect(sealingOf(path.join(folder, name))).toEqual({ state: 'sealed', mark: markOfKey(newest) })
      const db = openDatabase(path.join(folder, name), { key: newest })
      expect(missingFrom(contentOf(db), content)).toEqual([])
      db.close()
    }
  })
})

describe('a change of key that was broken off', () => {
  const wholeCopy = async () => {
    const all = await computer()
    const before = all.old(migrations.length)
    const kept = path.join(all.root, 'kept')
    cpSync(all.folder, kept, { recursive: true })
    resealLedger(all.file, null, testLedgerKey, 1)
    return { ...all, before, kept }
  }

  test('before its copy was whole has not begun', async () => {
    const { folder, file, old, open } = await computer()
    const before = old(migrations.length)
    for (const end of ['', '.opener', '-journal']) writeFileSync(`${file}.resealing${end}`, 'half')
    // Of a process that is no more, when it looked at the file without its log.
    mkdirSync(`${file}.alone-99999999`)
    linkSync(file, path.join(`${file}.alone-99999999`, 'ledger.sqlite'))
    const own = await open()
    expect(missingFrom(contentOf(own.ledger.db), before)).toEqual([])
    await own.close()
    expect(readdirSync(folder)).toEqual(['ledger.sqlite'])
    expect(shown(folder)).toEqual([])
  })

  test.each([
    ['with file and log still there', ['', '-wal']],
    ['with the log gone', ['']],
    ['with both gone', []],
  ])('after that is finished, %s', async (_, left) => {
    const { file, kept, before, open } = await wholeCopy()
    cpSync(file, `${file}.resealed`)
    rmSync(file)
    for (const end of left) cpSync(path.join(kept, `ledger.sqlite${end}`), file + end)
    const own = await open()
    expect(missingFrom(contentOf(own.ledger.db), before)).toEqual([])
    expect([own.key, existsSync(`${file}.resealed`)]).toEqual([testLedgerKey, false])
    await own.close()
    expect(unsealedBytes(file).includes('zoe@example.nl')).toBe(true)
  })

  test('waits for the key, and touches nothing meanwhile', async () => {
    const { folder, file, kept, keychain, open } = await wholeCopy()
    cpSync(file, `${file}.resealed`)
    cpSync(path.join(kept, 'ledger.sqlite'), file)
    const before = picture(folder)
    keychain.now = 'locked'
    await expect(open()).rejects.toMatchObject({ reason: 'locked' })
    expect(picture(folder)).toEqual(before)
  })

  test('is dropped where an older Balie, which knows of no copy, went on with the ledger', async () => {
    const { file, kept } = await wholeCopy()
    cpSync(file, `${file}.resealed`)
    for (const end of ['', '-wal']) cpSync(path.join(kept, `ledger.sqlite${end}`), file + end)
    const db = openDatabase(file)
    db.exec(
      'UPDATE ledger_identity SET generation = generation + 3, commits = commits + 9; UPDATE submissions SET context = excerpt',
    )
    db.close()
    finishReseal(file, testLedgerKey)
    expect([resealedAs(file).state, sealingOf(file).state]).toEqual(['none', 'open'])
  })
})
