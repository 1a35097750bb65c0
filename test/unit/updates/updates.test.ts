import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { UpdateState } from '#shared/domain/update.ts'
import { mannerOf } from '#main/updates/feed.ts'
import { withFeed } from '#main/updates/open-updater.ts'
import { createUpdates } from '#main/updates/updates.ts'
import { installedApp, type UpdaterKind } from '#test/support/electron-updater-in-node.ts'
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
const signed = (release: Release, ...keys: (typeof ours)[]) =>
  signFeed(
    feedOf(release),
    (keys.length > 0 ? keys : [ours]).map(({ privateKey }) => privateKey),
  )

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
  const server = await serveRelease(release, { feed: signed(release), ...more })
  if (more.gone) await server.close()
  else onTestFinished(() => server.close())
  const { updater, image, quits } = installedApp(folder, kind, '0.1.0')
  const states: UpdateState[] = []
  let closes = 0
  const updates = createUpdates({
    updater: () => withFeed(updater, { url: `${server.url}${path}`, keys }, () => undefined),
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
  test.each(['AppImageUpdater', 'NsisUpdater'] as const)('is fetched, checked and told with its notes (%s)', async (kind) => {
    const { updates, states } = await look({ kind })
    expect(updates.state()).toEqual({ state: 'ready', version: '0.2.0', notes: 'Nieuw en beter' })
    expect(states.map(({ state }) => state)).toEqual(['checking', 'downloading', 'ready'])
  })

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
    ['lies under a stranger’s signature', { feed: signed(evil, stranger), file: evil.content }],
    ['puts its own sum into a signed feed', { feed: signed(newer).replace(/sha512: \S+/, 'sha512: AAAA') }],
    ['puts another version into a signed feed', { feed: signed(newer).replace('0.2.0', '0.3.0') }],
    ['is a captive portal', { feed: '<html>Log in</html>' }],
    ['knows none of our keys any more', { feed: signed(newer, next) }],
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
    const { updates } = await look({ feed: signed(newer, ...signers), keys })
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
    ['the feed is signed and no feed', { feed: signFeed('just: words\n', [ours.privateKey]) }, 'server'],
  ])('%s: it is said, and the installed one stays', async (_, situation, trouble) => {
    const { updates, installed } = await look(situation)
    expect(updates.state()).toEqual(failed(trouble))
    updates.leaving({ unfinished: false })
    updates.closed()
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

describe('putting it in place', () => {
  test('waits until Balie is closed with nothing left to do', async () => {
    const { updates, installed, closes } = await look({})
    expect(installed()).toBe('Balie 0.1.0')
    updates.leaving({ unfinished: false })
    updates.closed()
    expect(installed()).toBe('0.2.0')
    expect(closes()).toBe(0)
  })

  test('does not happen while items wait or a run is under way, unless it was asked for', async () => {
    const { updates, installed, closes } = await look({})
    updates.leaving({ unfinished: true })
    updates.closed()
    expect(installed()).toBe('Balie 0.1.0')

    updates.installNow()
    expect(closes()).toBe(1)
    updates.stayed()
    updates.leaving({ unfinished: true })
    updates.closed()
    expect(installed()).toBe('Balie 0.1.0')

    updates.installNow()
    updates.leaving({ unfinished: true })
    updates.closed()
    expect(installed()).toBe('0.2.0')
  })

  test('does not happen where the ledger never opened', async () => {
    const { updates, installed } = await look({})
    updates.closed()
    expect(installed()).toBe('Balie 0.1.0')
  })

  test('cannot be asked for before there is anything', async () => {
    const { updates, closes } = await look({ feed: null })
    updates.installNow()
    expect(closes()).toBe(0)
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

test.each([
  [
    'what one person installed on Windows',
    'win32',
    { ProgramFiles: 'C:\\Program Files' },
    'C:\\Users\\a\\AppData\\Local\\Programs\\balie\\Balie.exe',
    'installs',
  ],
  [
    'what an administrator installed there',
    'win32',
    { ProgramFiles: 'C:\\Program Files' },
    'c:\\program files\\Balie\\Balie.exe',
    'tells',
  ],
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
  expect(mannerOf({ platform, env, execPath })).toBe(manner)
})
