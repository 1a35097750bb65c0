import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { openDatabase } from '#main/storage/database.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  LedgerDamaged,
  LedgerHeldElsewhere,
  LedgerInUse,
  LedgerMissing,
  LedgerOnNetwork,
  LedgerTakenOver,
} from '#main/storage/ledger-failures.ts'
import { folderKey } from '#main/storage/ledger-identity/anchor.ts'
import { openedWords } from '#main/storage/ledger-identity/evidence.ts'
import { systemHost, type Host } from '#main/storage/ledger-identity/host.ts'
import { openOwnLedger, type LedgerQuestions, type OwnLedger } from '#main/storage/ledger-identity/open.ts'
import { createUntouched } from '#main/storage/ledger-identity/untouched.ts'
import { checkInThread } from '#main/storage/ledger-identity/whole-check.ts'
import { migrations } from '#main/storage/migrations/index.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const quits: LedgerQuestions = { startEmpty: () => Promise.resolve(false), takeOver: () => Promise.resolve(false) }

/** A computer with a data folder, what it remembers elsewhere, and a keychain. */
async function computer() {
  const root = await temporaryFolder()
  const folder = path.join(root, 'data')
  const file = path.join(folder, 'ledger.sqlite')
  const state = path.join(root, 'state')
  const keychain = new FakeKeychain()
  const troubles: unknown[] = []
  const readLater: string[] = []
  const open = async (questions: LedgerQuestions = quits, host: Host = systemHost(state), into = file, memory = state) => {
    const own = await openOwnLedger({
      file: into,
      stateFolder: memory,
      keychain,
      host,
      questions,
      now: Date.now,
      log: (_message, error) => troubles.push(error),
      atOnceBytes: 0,
      checkWhole: (one, key) => (readLater.push(path.relative(root, one)), checkInThread(one, key)),
    })
    onTestFinished(() => (own.ledger.db.open ? own.close() : undefined))
    return own
  }
  const settle = (own: OwnLedger, askKeychain = true) => own.settle(askKeychain, () => undefined)
  /** One session that claims so often, and closes. */
  const session = async (claims = 1) => {
    const own = await open()
    const doubt = await settle(own)
    claim(own, claims)
    await own.close()
    return doubt
  }
  /** What a killed process leaves, beside a session that goes on. */
  const copy = (name: string) => {
    const to = path.join(root, name)
    cpSync(folder, to, { recursive: true, filter: (one) => !one.endsWith('-shm') })
    return to
  }
  const putBack = (from: string) => {
    rmSync(folder, { recursive: true })
    cpSync(from, folder, { recursive: true })
  }
  /** Breaks the first page of a table, as a disk does by itself: what the file system says of the file stays as it was. */
  const rot = async (table: string) => {
    const db = openDatabase(file, { readonly: true })
    const page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.['rootpage'])
    db.close()
    overwrite(file, (page - 1) * pageBytes, Buffer.alloc(8))
    await createUntouched(state, folderKey(folder), file).leave()
  }
  return { root, folder, file, state, keychain, troubles, readLater, open, settle, session, copy, putBack, rot }
}

const pageBytes = 4096

/** What a bad sector leaves, unless it is said. */
function overwrite(file: string, at: number, bytes = Buffer.alloc(64, 0x5a)): void {
  const opened = openSync(file, 'r+')
  writeSync(opened, bytes, 0, bytes.length, at)
  closeSync(opened)
}

/** Claims as an item does: on disk, and then told outside the ledger. */
function claim({ ledger }: OwnLedger, times = 1) {
  for (let count = 0; count < times; count += 1) {
    ledger.transaction(() => ledger.countClaims(1))
    ledger.publishClaims()
  }
}

describe('a ledger that is the one that was last here', () => {
  test('is not doubted, start after start', async () => {
    const { session } = await computer()
    for (let start = 0; start < 4; start += 1) expect(await session()).toBeNull()
  })

  test('is not doubted after a crash, at whatever moment of a session', async () => {
    const { open, settle, folder, state, keychain, root, session } = await computer()
    const moments: (() => void)[] = []
    const crashes = () => {
      const at = path.join(root, `crash-${moments.length}`)
      for (const [name, from] of Object.entries({ folder, state })) cpSync(from, path.join(at, name), { recursive: true })
      const entries = new Map(keychain.entries)
      moments.push(() => {
        for (const [name, to] of Object.entries({ folder, state })) {
          rmSync(to, { recursive: true })
          cpSync(path.join(at, name), to, { recursive: true })
        }
        keychain.entries.clear()
        for (const [entry, secret] of entries) keychain.entries.set(entry, secret)
      })
    }
    const first = await open()
    crashes()
    await settle(first)
    crashes()
    await first.close()
    crashes()
    await session()
    const later = await open()
    crashes()
    await settle(later)
    claim(later, 3)
    crashes()
    later.ledger.transaction(() => later.ledger.countClaims(1))
    crashes()
    await later.close()
    const doubts = []
    for (const happen of moments) {
      happen()
      const own = await open()
      doubts.push(await settle(own))
      await own.close()
    }
    expect(doubts).toEqual(moments.map(() => null))
  })

  test('is not doubted while its keychain is locked, emptied or missing', async () => {
    const { session, keychain } = await computer()
    await session()
    keychain.now = 'locked'
    expect(await session()).toBeNull()
    keychain.now = 'no-keychain'
    expect(await session()).toBeNull()
    keychain.now = 'available'
    keychain.entries.clear()
    expect(await session()).toBeNull()
  })

  test('is not doubted where the file beside the keychain is gone', async () => {
    const { session, state } = await computer()
    await session()
    rmSync(state, { recursive: true })
    expect(await session()).toBeNull()
  })
})

test('a ledger that the app itself moved is not doubted, and a copy of where it was is', async () => {
  const { session, root, folder, file, state, keychain } = await computer()
  await session()
  const to = path.join(root, 'moved')
  cpSync(folder, to, { recursive: true })
  renameSync(file, `${file}.moved`)
  const deps = { stateFolder: state, keychain, host: systemHost(state), questions: quits, now: Date.now, log: () => undefined }
  const moved = { ...deps, file: path.join(to, 'ledger.sqlite'), movedFrom: folder }
  for (const movedFrom of [folder, null]) {
    const own = await openOwnLedger({ ...moved, movedFrom })
    expect(await own.settle(false, () => undefined)).toBeNull()
    expect(own.ledger.db.prepare("SELECT count(*) AS count FROM ledger_generations WHERE event = 'moved'").get()).toEqual({
      count: 1,
    })
    await own.close()
  }
})

describe('an older copy is told', () => {
  const ways: [string, (file: string, copy: string) => void][] = [
    ['put back in place', (file, copy) => cpSync(path.join(copy, 'ledger.sqlite'), file)],
    [
      'renamed in',
      (file, copy) => {
        cpSync(path.join(copy, 'ledger.sqlite'), `${file}.new`)
        renameSync(`${file}.new`, file)
      },
    ],
    [
      'as a whole folder',
      (file, copy) => {
        rmSync(path.dirname(file), { recursive: true })
        cpSync(copy, path.dirname(file), { recursive: true })
      },
    ],
  ]
  for (const memory of ['keychain', 'file'] as const)
    test.each(ways)(`%s, by the ${memory} alone`, async (_way, put) => {
      const { session, copy, file, state, keychain, open, settle } = await computer()
      await session()
      const backup = copy('backup')
      await session()
      put(file, backup)
      if (memory === 'keychain') rmSync(state, { recursive: true })
      else keychain.entries.clear()
      expect(await settle(await open())).toBe('older-copy')
    })

  test('of the same session, after a kill: by the claims alone', async () => {
    const { open, settle, copy, putBack, session } = await computer()
    await session()
    const own = await open()
    await settle(own)
    claim(own, 2)
    const early = copy('early')
    claim(own, 1)
    putBack(early)
    expect(await settle(await open())).toBe('older-copy')
  })

  test('of the same session in which nothing was claimed since is the ledger as it was', async () => {
    const { open, settle, copy, putBack } = await computer()
    const own = await open()
    await settle(own)
    claim(own, 2)
    const now = copy('now')
    putBack(now)
    expect(await settle(await open())).toBeNull()
  })

  test('until a person has been told: a start that ends before is no telling', async () => {
    const { session, copy, putBack, open, settle } = await computer()
    await session()
    const backup = copy('backup')
    await session()
    putBack(backup)
    await (await open()).close()
    const told: string[] = []
    const own = await open()
    await own.settle(true, (doubt) => told.push(doubt))
    expect(told).toEqual(['older-copy'])
    await own.close()
    expect(await settle(await open())).toBeNull()
  })

  test('from before the upgrade to a version that can tell', async () => {
    const { file, folder, session, open, settle } = await computer()
    mkdirSync(folder, { recursive: true })
    const old = () => {
      const db = openDatabase(file)
      db.exec(`${migrations[0]}; ${migrations[1]}; PRAGMA user_version = 2`)
      db.close()
    }
    old()
    expect(await session()).toBeNull()
    rmSync(file)
    old()
    expect(await settle(await open())).toBe('older-copy')
  })

  test('on another computer, and in another folder of this one', async () => {
    const { session, copy, open, settle, root } = await computer()
    await session()
    const elsewhere = copy('elsewhere')
    const there = path.join(elsewhere, 'ledger.sqlite')
    expect(await settle(await open(quits, systemHost(path.join(root, 'other')), there))).toBe('unknown-here')
  })
})

describe('a log', () => {
  const killed = async (claims = 1) => {
    const all = await computer()
    await all.session()
    const own = await all.open()
    await all.settle(own)
    claim(own, claims)
    const folder = all.copy('killed')
    await own.close()
    return { ...all, killed: folder }
  }
  test('that is gone is told', async () => {
    const { putBack, killed: folder, file, open, settle } = await killed()
    putBack(folder)
    rmSync(`${file}-wal`)
    expect(await settle(await open())).toBe('log-lost')
  })
  test('that was emptied is told', async () => {
    const { putBack, killed: folder, file, open, settle } = await killed()
    putBack(folder)
    truncateSync(`${file}-wal`, 0)
    expect(await settle(await open())).toBe('log-lost')
  })
  const frame = 24 + 4096
  test.each([
    ['whose newest page is cut off', (log: string) => truncateSync(log, statSync(log).size - frame)],
    ['that was cut off within a page', (log: string) => truncateSync(log, statSync(log).size - 100)],
    ['of which half is gone', (log: string) => truncateSync(log, Math.trunc(statSync(log).size / 2))],
    ['of which only the head is left', (log: string) => truncateSync(log, 32)],
    ['with a bad sector at its end', (log: string) => overwrite(log, statSync(log).size - frame + 30)],
    ['with a bad sector in its middle', (log: string) => overwrite(log, 32 + 2 * frame + 40)],
    ['with a bad head', (log: string) => overwrite(log, 16)],
  ])('%s, so that claims are lost, is told', async (_how, damage) => {
    const { putBack, killed: folder, file, open, settle } = await killed(5)
    putBack(folder)
    damage(`${file}-wal`)
    expect(await settle(await open())).not.toBeNull()
  })
  test('of an earlier session beside a newer file is told, kept aside and not applied', async () => {
    const { putBack, killed: first, file, folder, open, settle, copy } = await killed()
    putBack(first)
    const second = await open()
    await settle(second)
    claim(second, 1)
    const crashed = copy('crashed')
    const { commits } = second.ledger.db.prepare('SELECT commits FROM ledger_identity').get() as { commits: number }
    putBack(crashed)
    cpSync(path.join(first, 'ledger.sqlite-wal'), `${file}-wal`)
    const own = await open()
    expect(await settle(own)).toBe('log-other')
    const now = own.ledger.db.prepare('SELECT commits FROM ledger_identity').get() as { commits: number }
    expect(now.commits).toBeGreaterThanOrEqual(commits - 2)
    const aside = readdirSync(folder).find((name) => name.startsWith('set-aside-'))
    expect(readdirSync(path.join(folder, aside ?? '')).toSorted()).toEqual(['ledger.sqlite', 'ledger.sqlite-wal'])
  })
  test('of a newer session beside an older file is told', async () => {
    const { session, copy, open, settle, putBack, file } = await computer()
    await session()
    const backup = copy('backup')
    const own = await open()
    await settle(own)
    claim(own, 1)
    const crashed = copy('crashed')
    putBack(backup)
    cpSync(path.join(crashed, 'ledger.sqlite-wal'), `${file}-wal`)
    expect(await settle(await open())).not.toBeNull()
  })
})

describe('a file that is cut off in the middle of a checkpoint', () => {
  const ways: [string, (own: OwnLedger) => void][] = [
    [
      'and had grown',
      ({ ledger }) =>
        ledger.transaction(() => {
          const add = ledger.db.prepare(
            "INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at) VALUES (?, ?, 'pdf', 1, '', 1, 0)",
          )
          for (let row = 0; row < 20; row += 1) add.run(String(row), 'x'.repeat(3000))
        }),
    ],
    ['and was written anew', ({ ledger }) => ledger.db.exec('VACUUM')],
  ]
  /** A crash after this was done, and what to do for a checkpoint that stopped after so many pages. */
  async function cutOff(work: (own: OwnLedger) => void) {
    const all = await computer()
    await all.session()
    const earlier = await all.open()
    await all.settle(earlier)
    claim(earlier)
    const earlierLog = path.join(all.copy('earlier'), 'ledger.sqlite-wal')
    await earlier.close()
    const own = await all.open()
    await all.settle(own)
    const early = path.join(all.copy('early'), 'ledger.sqlite-wal')
    work(own)
    claim(own)
    const [killed, whole] = [all.copy('killed'), path.join(all.copy('whole'), 'ledger.sqlite')]
    const memory = path.join(all.root, 'memory')
    cpSync(all.state, memory, { recursive: true })
    await own.close()
    const db = openDatabase(whole)
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
    db.close()
    const bytes = readFileSync(whole)
    const cut = (pages: number) => {
      all.putBack(killed)
      rmSync(all.state, { recursive: true })
      cpSync(memory, all.state, { recursive: true })
      all.keychain.entries.clear()
      const handle = openSync(all.file, 'r+')
      writeSync(handle, bytes.subarray(0, pages * pageBytes), 0, pages * pageBytes, 0)
      closeSync(handle)
    }
    return { ...all, cut, earlierLog, early, pages: bytes.length / pageBytes }
  }

  test.each(ways)('%s is not doubted, whatever page was the last', async (_how, work) => {
    const { cut, pages, open, settle } = await cutOff(work)
    const doubts = []
    for (let last = 0; last <= pages; last += 1) {
      cut(last)
      const own = await open()
      doubts.push(await settle(own))
      await own.close()
    }
    expect(doubts).toEqual(doubts.map(() => null))
  })

  test.each(ways)('%s is doubted beside the log of another time', async (_how, work) => {
    const { cut, earlierLog, early, file, open, settle } = await cutOff(work)
    for (const log of [earlierLog, early]) {
      cut(1)
      cpSync(log, `${file}-wal`)
      // What comes of it may be no ledger any more, which is told as well.
      const doubt = await open().then(settle, (error: unknown) => {
        if (error instanceof LedgerDamaged) return 'damaged'
        throw error
      })
      expect(doubt).not.toBeNull()
    }
  })

  test.each(ways)('%s is doubted on a computer that does not know it', async (_how, work) => {
    const { cut, state, open, settle } = await cutOff(work)
    cut(1)
    rmSync(state, { recursive: true })
    expect(await settle(await open())).not.toBeNull()
  })
})

describe('a ledger that nobody wrote to since it was closed', () => {
  test('is read whole beside the start, and again at each', async () => {
    const { session, open, readLater } = await computer()
    await session()
    for (let start = 1; start <= 2; start += 1) {
      const own = await open()
      expect(readLater).toHaveLength(start - 1)
      expect(await own.whole()).toBe(false)
      expect(await own.whole()).toBe(false)
      expect(readLater).toHaveLength(start)
      await own.close()
    }
  })

  test.each<[string, (all: Awaited<ReturnType<typeof computer>>) => unknown]>([
    ['the same bytes were written again', ({ file }) => overwrite(file, 0, readFileSync(file).subarray(0, 1))],
    ['it was copied and put back', ({ copy, putBack }) => putBack(copy('copy'))],
    [
      'it was put back with its times',
      ({ file }) => (cpSync(file, `${file}.1`, { preserveTimestamps: true }), renameSync(`${file}.1`, file)),
    ],
    ['this computer forgot it', ({ state }) => rmSync(state, { recursive: true })],
    [
      'a session was killed',
      async ({ open, copy, putBack }) => {
        const own = await open()
        const killed = copy('killed')
        await own.close()
        putBack(killed)
      },
    ],
  ])('is read whole before it is opened where %s', async (_what, happens) => {
    const all = await computer()
    await all.session()
    await happens(all)
    const own = await all.open()
    expect(await own.whole()).toBe(false)
    expect(all.readLater).toEqual([])
  })

  test('is damaged where it is read first', async () => {
    const { session, open, rot } = await computer()
    await session()
    await rot('ledger_identity')
    await expect(open()).rejects.toThrow(LedgerDamaged)
  })

  test('is damaged before anything leaves where it is read last, and the next start asks', async () => {
    const { session, open, rot, file } = await computer()
    await session()
    await rot('set_aside')
    const own = await open()
    await expect(own.whole()).rejects.toThrow(LedgerDamaged)
    await own.close()
    expect(existsSync(`${file}-wal`)).toBe(true)
    const asked: Error[] = []
    await open({ ...quits, startEmpty: (why) => (asked.push(why), Promise.resolve(true)) })
    expect(asked).toEqual([expect.any(LedgerDamaged)])
  })

  test('tells of rows that its tables do not allow', async () => {
    const { session, open, state, folder, file } = await computer()
    await session()
    const db = openDatabase(file)
    db.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO drafts (id, kind, account_id, fields, revision, created_at, updated_at) VALUES ('a', 'weg', 'b', '{}', 1, 1, 1)`)
    db.close()
    await createUntouched(state, folderKey(folder), file).leave()
    const own = await open()
    expect([own.ledger.hasFaultyRows, await own.whole()]).toEqual([false, true])
  })
})

describe('a ledger that is not there', () => {
  const makesEvidence: [string, (folder: string) => void][] = [
    [
      'a file in the vault',
      (folder) => (mkdirSync(path.join(folder, 'attachments')), writeFileSync(path.join(folder, 'attachments', 'a.sealed'), 'x')),
    ],
    [
      'a removed file in the vault',
      (folder) => (
        mkdirSync(path.join(folder, 'attachments/removed/2026-11-01'), { recursive: true }),
        writeFileSync(path.join(folder, 'attachments/removed/2026-11-01/a.plain'), 'x')
      ),
    ],
    [
      'a table of a run',
      (folder) => (mkdirSync(path.join(folder, 'runs')), writeFileSync(path.join(folder, 'runs', 'a.csv'), 'x')),
    ],
    ['a copy from before an upgrade', (folder) => writeFileSync(path.join(folder, 'ledger.sqlite.before-3'), 'x')],
    [
      'a log that tells of one',
      (folder) => {
        mkdirSync(path.join(folder, 'logs'))
        writeFileSync(path.join(folder, 'logs', 'main.log'), `[info] ${openedWords}`)
      },
    ],
    [
      'preferences that name accounts',
      (folder) => writeFileSync(path.join(folder, 'preferences.json'), '{"activeAccounts":{"billink":"id"}}'),
    ],
  ]
  test.each(makesEvidence)('is missing, not new, beside %s', async (_what, make) => {
    const { folder, open } = await computer()
    mkdirSync(folder)
    make(folder)
    await expect(open()).rejects.toThrow(LedgerMissing)
    expect(existsSync(path.join(folder, 'ledger.sqlite'))).toBe(false)
  })

  test.each(makesEvidence)('is begun anew by whoever says so, beside %s', async (_what, make) => {
    const { folder, open, settle } = await computer()
    mkdirSync(folder)
    make(folder)
    const own = await open({ ...quits, startEmpty: () => Promise.resolve(true) })
    expect([own.isNew, await settle(own)]).toEqual([true, null])
  })

  test.each([
    ['removed', (file: string) => rmSync(file)],
    ['emptied', (file: string) => truncateSync(file, 0)],
  ])('is missing, not new, where this computer remembers it (%s)', async (_how, lose) => {
    const { session, file, open } = await computer()
    await session()
    lose(file)
    await expect(open()).rejects.toThrow(LedgerMissing)
  })

  test('is new beside preferences of nobody and a log of a start that failed', async () => {
    const { folder, open, settle } = await computer()
    mkdirSync(path.join(folder, 'logs'), { recursive: true })
    writeFileSync(path.join(folder, 'logs', 'main.log'), 'no disk space')
    writeFileSync(path.join(folder, 'preferences.json'), '{"language":"en","activeAccounts":{"billink":null}}')
    const own = await open()
    expect(own.isNew).toBe(true)
    expect(await settle(own)).toBeNull()
  })

  test('is begun anew only by an explicit act, and all else is kept aside', async () => {
    const { session, file, folder, open, settle } = await computer()
    await session()
    mkdirSync(path.join(folder, 'attachments'))
    writeFileSync(path.join(folder, 'attachments', 'a.sealed'), 'x')
    writeFileSync(file, 'no database')
    await expect(open()).rejects.toThrow(LedgerDamaged)
    const asked: Error[] = []
    const own = await open({ ...quits, startEmpty: (why) => (asked.push(why), Promise.resolve(true)) })
    expect(asked).toHaveLength(1)
    expect([own.isNew, await settle(own)]).toEqual([true, null])
    const aside = readdirSync(folder).find((name) => name.startsWith('set-aside-'))
    expect(readdirSync(path.join(folder, aside ?? ''))).toEqual(['attachments', 'ledger.sqlite'])
  })
})

describe('the lock', () => {
  const other = (state: string, change: Partial<Host['self']>, isAlive = true): Host => {
    const host = systemHost(state)
    return { self: { ...host.self, ...change }, isAlive: () => isAlive }
  }
  test('of a process that runs refuses a second one', async () => {
    const { open, state } = await computer()
    await open()
    await expect(open(quits, other(state, { pid: 1 }))).rejects.toThrow(LedgerInUse)
  })
  test('of a process that is gone is taken over', async () => {
    const { open, state, settle } = await computer()
    await open()
    expect(await settle(await open(quits, other(state, { pid: 1 }, false)))).toBeNull()
  })
  test('of another computer is taken over by a word only, and whoever held it claims no more', async () => {
    const { open, state, settle } = await computer()
    const first = await open()
    await settle(first)
    claim(first)
    const there = other(state, { host: 'other laptop' })
    await expect(open(quits, there)).rejects.toThrow(LedgerHeldElsewhere)
    const asked: { host: string }[] = []
    await open({ ...quits, takeOver: (holder) => (asked.push(holder), Promise.resolve(true)) }, there)
    expect(asked).toHaveLength(1)
    expect(() => claim(first)).toThrow(LedgerTakenOver)
  })
  test('is given back by a clean end', async () => {
    const { session, open, state } = await computer()
    await session()
    const next = await open(quits, other(state, { host: 'other laptop' }))
    expect(next.isNew).toBe(false)
  })
})

test('a ledger on a network folder is refused', async () => {
  const { file, state, keychain } = await computer()
  const deps = {
    file,
    stateFolder: state,
    keychain,
    host: systemHost(state),
    questions: quits,
    now: Date.now,
    log: () => undefined,
  }
  await expect(openOwnLedger({ ...deps, networkKind: () => 'nfs4' })).rejects.toThrow(LedgerOnNetwork)
  expect(existsSync(file)).toBe(false)
})
