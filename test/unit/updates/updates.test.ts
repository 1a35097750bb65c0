import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { UpdateState } from '#shared/domain/update.ts'
import { mannerOf } from '#main/updates/feed.ts'
import { withFeed } from '#main/updates/open-updater.ts'
import { noSignIns } from '#main/upstream/proxy-sign-ins.ts'
import { createUpdates } from '#main/updates/updates.ts'
import { autoUpdater, feedNames, installedApp, type UpdaterKind } from '#test/support/electron-updater-in-node.ts'
import { playSquirrel } from '#test/support/squirrel-in-node.ts'
import { feedOf, newKey, serveRelease, type Release } from '#test/support/update-server.ts'
import { signFeed } from '#tools/pack/sign-feed.ts'

const ours = newKey()
const next = newKey()
const stranger = newKey()
const newer: Release = {
  version: '0.2.0',
  content: Buffer.from('Balie 0.2.0, whole'.repeat(1000)),
  more: 'releaseNotes: Nieuw en beter\n',
}
const dayMs = 86_400_000
const yesterday = new Date(Date.now() - dayMs)
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs)
const signed = (release: Release, { keys = [ours], name = 'latest-linux.yml', at = new Date() } = {}) =>
  signFeed(feedOf(release), { name, at, privateKeys: keys.map(({ privateKey }) => privateKey) })

interface Situation {
  kind?: UpdaterKind
  release?: Release
  feed?: string | null
  file?: Buffer | null
  status?: number
  keys?: string[]
  manner?: 'installs' | 'tells'
  /** Where on the server. */
  folder?: string
  /** The server is gone. */
  gone?: boolean
  /** When the newest feed that was seen here was signed. */
  seen?: Date
  /** What macOS says to the version it is given. */
  refuses?: string
}

/** An installed 0.1.0 that looks for a newer version once. */
async function look({
  kind = 'AppImageUpdater',
  release = newer,
  keys = [ours.publicKey],
  manner = 'installs',
  folder: path = '',
  ...more
}: Situation) {
  const folder = mkdtempSync(join(tmpdir(), 'balie-updates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = await serveRelease(release, { feed: signed(release, { name: feedNames[kind] }), ...more })
  if (more.gone) await server.close()
  else onTestFinished(() => server.close())
  // Before the app, which listens to it.
  const squirrel = playSquirrel(more.refuses ?? null)
  const { updater, image, quits } = installedApp(folder, kind, '0.1.0')
  const states: UpdateState[] = []
  let closes = 0
  let newest: number | null = more.seen?.getTime() ?? null
  const updates = createUpdates({
    updater: () =>
      withFeed(updater, {
        feed: { url: `${server.url}${path}`, keys },
        dates: { newest: () => newest, keep: (signedAt) => (newest = signedAt) },
        native: kind === 'MacUpdater' ? autoUpdater : null,
        signIns: noSignIns,
        log: () => undefined,
      }),
    off: 'no-feed',
    manner,
    changed: (state) => states.push(state),
    quit: () => (closes += 1),
    log: () => undefined,
  })
  await updates.check()
  return {
    updates,
    states,
    installed: () => (readFileSync(image).equals(newer.content) ? '0.2.0' : readFileSync(image, 'utf8')),
    asked: server.asked,
    quits,
    squirrel,
    newest: () => newest,
    /** Balie ends; answers what of it was kept from ending. */
    close(): { isHeld: boolean } {
      let isHeld = false
      updates.closed(() => (isHeld = true))
      return { isHeld }
    },
    closes: () => closes,
  }
}

const failed = (trouble: string) => ({ state: 'failed', trouble })
const flipped = (at: number): Buffer => {
  const bytes = Buffer.from(newer.content)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}
const evil: Release = { version: '0.2.0', content: Buffer.from('#!/bin/sh\necho evil\n') }

describe('a newer version', () => {
  test.each(['AppImageUpdater', 'NsisUpdater', 'MacUpdater'] as const)(
    'is fetched, checked and told with its notes (%s)',
    async (kind) => {
      const { updates, states } = await look({ kind })
      expect(updates.state()).toEqual({ state: 'ready', version: '0.2.0', notes: 'Nieuw en beter' })
      expect(states.map(({ state }) => state)).toEqual(['checking', 'downloading', 'ready'])
    },
  )

  test.each(['DebUpdater', 'RpmUpdater'] as const)('of a package of the system is told and not fetched (%s)', async (kind) => {
    const { updates, asked } = await look({ kind, manner: 'tells' })
    expect(updates.state()).toMatchObject({ state: 'told', version: '0.2.0' })
    expect(asked).toEqual(['latest-linux.yml'])
  })

  test.each<[string, Situation]>([
    ['the same', { release: { ...newer, version: '0.1.0' } }],
    ['an older one', { release: { ...newer, version: '0.0.9' } }],
    ['a preview of this one', { release: { ...newer, version: '0.1.0-beta.1' } }],
    ['one that goes to nobody yet', { release: { ...newer, more: 'stagingPercentage: 0\n' } }],
    ['one for a newer system', { release: { ...newer, more: 'minimumSystemVersion: 99.0.0\n' } }],
  ])('is not %s, and nothing is fetched', async (_, situation) => {
    const { updates, asked } = await look(situation)
    expect(updates.state()).toEqual({ state: 'newest' })
    expect(asked).toEqual(['latest-linux.yml'])
  })

  test('that goes to everyone is fetched', async () => {
    const { updates } = await look({ release: { ...newer, more: 'stagingPercentage: 100\n' } })
    expect(updates.state()).toMatchObject({ state: 'ready' })
  })

  test('that goes to three in ten goes to some of forty and not to all', async () => {
    const found: string[] = []
    for (let at = 0; at < 40; at += 1) {
      const { updates } = await look({ manner: 'tells', release: { ...newer, more: 'stagingPercentage: 30\n' } })
      found.push(updates.state().state)
    }
    // One in a million runs would be outside of this.
    expect(found.filter((state) => state === 'told').length).toSatisfy((count: number) => count > 0 && count < 28)
  })
})

describe('a server that cannot be believed', () => {
  test.each<[string, Situation]>([
    ['lies in the feed and in the file', { feed: feedOf(evil), file: evil.content }],
    ['lies under a stranger’s signature', { feed: signed(evil, { keys: [stranger] }), file: evil.content }],
    ['puts its own sum into a signed feed', { feed: signed(newer).replace(/sha512: \S+/, 'sha512: AAAA') }],
    ['puts another version into a signed feed', { feed: signed(newer).replace('0.2.0', '0.3.0') }],
    ['sends the feed of another system', { feed: signed(newer, { name: 'latest-mac.yml' }) }],
    ['is a captive portal', { feed: '<html>Log in</html>' }],
    ['knows none of our keys any more', { feed: signed(newer, { keys: [next] }) }],
  ])('%s: nothing is fetched', async (_, situation) => {
    const { updates, asked } = await look(situation)
    expect(updates.state()).toEqual(failed('untrusted'))
    expect(asked).toEqual(['latest-linux.yml'])
  })

  test.each([
    ['by the old key and the new one', [ours, next], [ours.publicKey]],
    ['by both, for an app that knows the new one', [ours, next], [next.publicKey]],
    ['by the new one, for an app that knows both', [next], [ours.publicKey, next.publicKey]],
  ])('is told from one whose key changes: signed %s', async (_, signers, keys) => {
    const { updates } = await look({ feed: signed(newer, { keys: signers }), keys })
    expect(updates.state()).toMatchObject({ state: 'ready' })
  })
})

describe('a network that fails', () => {
  test.each<[string, Situation, string]>([
    ['one bit of the file is another', { file: flipped(9000) }, 'damaged'],
    ['the file is cut short', { file: newer.content.subarray(0, 5000) }, 'damaged'],
    ['the connection breaks at the file', { file: null }, 'offline'],
    ['the connection breaks at the feed', { feed: null }, 'offline'],
    ['nobody is there', { gone: true }, 'offline'],
    ['the server is broken', { status: 500 }, 'server'],
    ['the feed is not there', { status: 404 }, 'server'],
    [
      'the feed is signed and no feed',
      { feed: signFeed('just: words\n', { name: 'latest-linux.yml', privateKeys: [ours.privateKey] }) },
      'server',
    ],
  ])('%s: it is said, and the installed one stays', async (_, situation, trouble) => {
    const { updates, installed, close } = await look(situation)
    expect(updates.state()).toEqual(failed(trouble))
    updates.leaving({ unfinished: false })
    close()
    expect(installed()).toBe('Balie 0.1.0')
  })

  test.each(['balie/linux', 'balie/linux/'])('a folder is looked into, however its address ends: %s', async (path) => {
    expect((await look({ folder: path })).asked[0]).toBe('balie/linux/latest-linux.yml')
  })

  test('looking again later succeeds', async () => {
    const { updates } = await look({ gone: true })
    await updates.check()
    expect(updates.state()).toEqual(failed('offline'))
  })
})

describe('a feed that was signed, and sent again', () => {
  test.each<[string, Situation]>([
    ['of long ago', { feed: signed(newer, { at: daysAgo(91) }) }],
    ['older than one that was here', { feed: signed(newer, { at: daysAgo(2) }), seen: daysAgo(1) }],
  ])('%s: nothing is taken from it, however new its version', async (_, situation) => {
    const { updates, asked } = await look(situation)
    expect(updates.state()).toEqual(failed('stale'))
    expect(asked).toEqual(['latest-linux.yml'])
  })

  test.each<[string, Situation, number]>([
    ['the same as last time', { feed: signed(newer, { at: yesterday }), seen: yesterday }, 1],
    ['of a while ago, and the first one here', { feed: signed(newer, { at: daysAgo(89) }) }, 89],
    ['signed again since', { feed: signed(newer, { at: daysAgo(1) }), seen: daysAgo(80) }, 1],
  ])('%s: it is taken, and remembered', async (_, situation, days) => {
    const { updates, newest } = await look(situation)
    expect(updates.state()).toMatchObject({ state: 'ready' })
    expect(Math.round((Date.now() - (newest() ?? 0)) / dayMs)).toBe(days)
  })
})

describe('putting it in place', () => {
  test('waits until Balie is closed with nothing left to do', async () => {
    const { updates, installed, closes, close } = await look({})
    expect(installed()).toBe('Balie 0.1.0')
    updates.leaving({ unfinished: false })
    expect(close()).toEqual({ isHeld: false })
    expect(installed()).toBe('0.2.0')
    expect(closes()).toBe(0)
  })

  test('does not happen while items wait or a run is under way, unless it was asked for', async () => {
    const { updates, installed, closes, close } = await look({})
    updates.leaving({ unfinished: true })
    close()
    expect(installed()).toBe('Balie 0.1.0')

    await updates.installNow()
    expect(closes()).toBe(1)
    updates.stayed()
    updates.leaving({ unfinished: true })
    close()
    expect(installed()).toBe('Balie 0.1.0')

    await updates.installNow()
    updates.leaving({ unfinished: true })
    close()
    expect(installed()).toBe('0.2.0')
  })

  test('does not happen where the ledger never opened', async () => {
    const { installed, close } = await look({})
    close()
    expect(installed()).toBe('Balie 0.1.0')
  })

  test('cannot be asked for before there is anything', async () => {
    const { updates, closes } = await look({ feed: null })
    await updates.installNow()
    expect(closes()).toBe(0)
  })
})

describe('macOS', () => {
  const kind = 'MacUpdater'

  test('has the new version before Balie ends, which waits for that with its window closed', async () => {
    const { updates, squirrel, quits, close } = await look({ kind })
    expect(squirrel.whenEnded()).toBeNull()
    updates.leaving({ unfinished: false })
    expect(close()).toEqual({ isHeld: true })
    expect(quits()).toBe(0)
    await vi.waitUntil(() => quits() === 1)
    expect(squirrel.whenEnded()).toEqual(newer.content)
    expect(squirrel.starts()).toBe(false)
    // The second time it ends for good.
    expect(close()).toEqual({ isHeld: false })
  })

  test('is given it while the window is open where it was asked for, and starts Balie again', async () => {
    const { updates, states, squirrel, closes, close } = await look({ kind })
    await updates.installNow()
    expect(states.slice(-2).map(({ state }) => state)).toEqual(['preparing', 'ready'])
    expect(closes()).toBe(1)
    updates.leaving({ unfinished: true })
    expect(close()).toEqual({ isHeld: false })
    expect(squirrel.whenEnded()).toEqual(newer.content)
    expect(squirrel.starts()).toBe(true)
  })

  test('gets nothing while work is left, since it would put that in place at whatever end', async () => {
    const { updates, squirrel, close } = await look({ kind })
    updates.leaving({ unfinished: true })
    expect(close()).toEqual({ isHeld: false })
    expect(squirrel.whenEnded()).toBeNull()
  })

  test('that does not take it is told in the window, which stays', async () => {
    const { updates, closes } = await look({ kind, refuses: 'Could not get code signature for running application' })
    await updates.installNow()
    expect(updates.state()).toEqual(failed('not-taken'))
    expect(closes()).toBe(0)
  })

  test('that does not take it at the end does not keep Balie from ending', async () => {
    const { updates, closes, close } = await look({ kind, refuses: 'Cannot update while running on a read-only volume' })
    updates.leaving({ unfinished: false })
    expect(close()).toEqual({ isHeld: true })
    await vi.waitUntil(() => closes() === 1)
    expect(close()).toEqual({ isHeld: false })
  })
})

test('an app that knows no feed, or may not look, asks nobody', async () => {
  const states: UpdateState[] = []
  const deps = { manner: 'installs' as const, changed: (state: UpdateState) => states.push(state), quit() {}, log() {} }
  const updates = createUpdates({ ...deps, updater: null, off: 'policy' })
  updates.begin()
  await updates.check()
  expect(updates.state()).toEqual({ state: 'off', why: 'policy' })
  expect(states).toEqual([])
})

const programFiles = { ProgramFiles: 'C:\\Program Files' }
const beside = new Set([
  'C:\\Users\\a\\AppData\\Local\\Programs\\balie\\Uninstall Balie.exe',
  'c:\\program files\\Balie\\Uninstall Balie.exe',
])

test.each([
  [
    'what one person installed on Windows',
    'win32',
    programFiles,
    'C:\\Users\\a\\AppData\\Local\\Programs\\balie\\Balie.exe',
    'installs',
  ],
  ['what an administrator installed there', 'win32', programFiles, 'c:\\program files\\Balie\\Balie.exe', 'tells'],
  ['an MSI in a folder of the administrator’s own', 'win32', programFiles, 'D:\\Apps\\Balie\\Balie.exe', 'tells'],
  ['an app of macOS', 'darwin', {}, '/Applications/Balie.app/Contents/MacOS/Balie', 'installs'],
  ['an AppImage', 'linux', { APPIMAGE: '/home/a/Balie.AppImage', APPDIR: '/tmp/.mount' }, '/tmp/.mount/balie', 'installs'],
  [
    'a deb that an AppImage started',
    'linux',
    { APPIMAGE: '/home/a/Other.AppImage', APPDIR: '/tmp/.other' },
    '/opt/Balie/balie',
    'tells',
  ],
  ['a deb or rpm', 'linux', {}, '/opt/Balie/balie', 'tells'],
] as const)('%s is replaced by Balie, or only told of', (_, platform, env, execPath, manner) => {
  expect(mannerOf({ platform, env, execPath, exists: (file) => beside.has(file) })).toBe(manner)
})
