import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { readAsar } from '#tools/pack/asar.ts'
import { folderProblems } from '#tools/pack/check-folder.ts'

const packed = inject('packed')
const scratch = inject('scratch')

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' })

describe('what was packed', () => {
  test('for this system is as it should be', async () => {
    expect(await folderProblems(packed.linuxFolder)).toEqual([])
  })

  test.each(['windowsFolder', 'macFolder'] as const)(
    'for another system is as it should be, but for the native modules of this one (%s)',
    async (folder) => {
      expect(await folderProblems(packed[folder])).toEqual([
        expect.stringMatching(/prebuilds\/linux-\w+\.node is of another system$/),
        'node_modules/keytar/build/Release/keytar.node is of another system',
      ])
    },
  )

  test('with one bit changed is refused', async () => {
    const folder = join(scratch, 'flipped')
    cpSync(packed.linuxFolder, folder, { recursive: true })
    const asar = join(folder, 'resources', 'app.asar')
    const bytes = readFileSync(asar)
    const at = bytes.length - 2000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(asar, bytes)
    expect(await folderProblems(folder)).toEqual([expect.stringMatching(/is not what the header says$/)])
  })

  test('speaks Dutch and English, and no other language', () => {
    expect(readdirSync(join(packed.linuxFolder, 'locales')).toSorted()).toEqual(['en-US.pak', 'nl.pak'])
    const mac = readdirSync(join(packed.macFolder, 'Contents', 'Resources')).filter((name) => name.endsWith('.lproj'))
    expect(mac.toSorted()).toEqual(['en.lproj', 'nl.lproj'])
  })

  test('without Electron is small: 5 MB of deb, 6 MB of AppImage', () => {
    const megabytes = (file: string) => (statSync(file).size / 1024 ** 2).toFixed(2)
    process.stdout.write(`without Electron: deb ${megabytes(packed.deb)} MB, AppImage ${megabytes(packed.appImage)} MB\n`)
    expect(statSync(packed.deb).size).toBeLessThan(5 * 1024 ** 2)
    expect(statSync(packed.appImage).size).toBeLessThan(6 * 1024 ** 2)
  })

  test('names Electron’s media library as a file that can be replaced, and it is one', () => {
    const bom = readFileSync(join(packed.linuxFolder, 'resources', 'sbom.cdx.json'), 'utf8')
    expect(bom).toContain('libffmpeg.so')
    expect(statSync(join(packed.linuxFolder, 'libffmpeg.so')).isFile()).toBe(true)
  })

  test('holds the licence of each library of the window and of main', () => {
    const notices = readFileSync(join(packed.linuxFolder, 'resources', 'NOTICES.txt'), 'utf8')
    for (const name of [
      'react-aria-components',
      'undici',
      'keytar',
      'better-sqlite3-multiple-ciphers',
      'SQLite3 Multiple Ciphers',
      'electron',
      'node-addon-api',
      'ffmpeg',
    ])
      expect(notices).toMatch(new RegExp(`^${name} .* \\((MIT|Apache-2.0|LGPL-2.1-or-later)\\)$`, 'm'))
  })

  test('is the same app in deb, rpm and folder', () => {
    const hash = (resources: string) => readAsar(join(resources, 'app.asar')).headerHash
    const folder = hash(join(packed.linuxFolder, 'resources'))
    expect(hash(join(packed.inDeb, '..', 'resources'))).toBe(folder)
    expect(hash(join(packed.inRpm, '..', 'resources'))).toBe(folder)
  })
})

describe('on the clerk’s system', () => {
  test('the menu entry is valid, starts with the sandbox, and is in Dutch as well', () => {
    const file = join(packed.inDeb, '..', '..', '..', 'usr', 'share', 'applications', 'balie.desktop')
    run('desktop-file-validate', file)
    const entry = readFileSync(file, 'utf8')
    expect(entry).toMatch(/^Exec=\/opt\/Balie\/balie %U$/m)
    expect(entry).toMatch(/^Comment\[nl\]=.+/m)
    expect(entry).toMatch(/^StartupWMClass=balie$/im)
  })

  test('stores can show what it is', () => {
    const metainfo = join(packed.inRpm, '..', '..', '..', 'usr', 'share', 'metainfo', 'nl.balie.desk.metainfo.xml')
    expect(readFileSync(metainfo, 'utf8')).toContain('<launchable type="desktop-id">balie.desktop</launchable>')
  })

  test('a package says what it needs, among it the keychain', () => {
    expect(run('dpkg-deb', '-f', packed.deb, 'Depends')).toContain('libsecret-1-0')
    expect(run('dpkg-deb', '-f', packed.deb, 'Package', 'Version')).toMatch(/^Package: balie\nVersion: \d+\.\d+\.\d+$/m)
    expect(run('rpm', '--query', '--package', packed.rpm, '--requires')).toContain('nss')
  })

  test('the feed for updates names all three, each with its sum', () => {
    const feed = readFileSync(packed.feed, 'utf8')
    const names = [...feed.matchAll(/- url: (\S+)\n {4}sha512: \S{88}\n/g)].map(([, name]) => name?.split('.').at(-1))
    expect(new Set(names)).toEqual(new Set(['AppImage', 'deb', 'rpm']))
  })
})
