import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js'
import { mergeFeeds } from '#tools/pack/merge-feeds.ts'
import { inProject } from '#tools/setup/project.mjs'

/** As electron-builder writes it on one computer. */
const feed = (processor: string, version = '0.2.0') =>
  `version: ${version}\nfiles:\n  - url: Balie-${version}-win-${processor}.exe\n    sha512: AAAA\n    size: 7\npath: Balie-${version}-win-${processor}.exe\nsha512: AAAA\nreleaseDate: '2026-11-28T00:00:00.000Z'\n`

test('the feeds of two processors become one that names both, as electron-updater reads it', () => {
  const at = new URL('https://updates.example/latest.yml')
  const info = parseUpdateInfo(mergeFeeds([feed('x64'), feed('arm64')]), 'latest.yml', at)
  expect(info.version).toBe('0.2.0')
  expect(resolveFiles(info, at).map(({ url }) => url.pathname)).toEqual([
    '/Balie-0.2.0-win-x64.exe',
    '/Balie-0.2.0-win-arm64.exe',
  ])
})

test.each([
  ['of two versions', [feed('x64'), feed('arm64', '0.3.0')]],
  ['that is none', [feed('x64'), '<html>']],
  ['of nothing', []],
])('feeds %s are refused', (_, feeds) => {
  expect(() => mergeFeeds(feeds)).toThrow(/feed/)
})

test('what each computer packed is put together, nothing of it lost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-gather-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [packed, dist] = [join(folder, 'packed'), join(folder, 'dist')]
  for (const processor of ['x64', 'arm64']) {
    mkdirSync(join(packed, processor), { recursive: true })
    writeFileSync(join(packed, processor, `Balie-0.2.0-win-${processor}.exe`), processor)
    writeFileSync(join(packed, processor, 'latest.yml'), feed(processor))
  }
  const { status, stderr } = spawnSync(process.execPath, [inProject('tools', 'pack', 'gather.ts'), packed, dist], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(readdirSync(dist).toSorted()).toEqual(['Balie-0.2.0-win-arm64.exe', 'Balie-0.2.0-win-x64.exe', 'latest.yml'])
  expect(readFileSync(join(dist, 'latest.yml'), 'utf8').match(/url:/g)).toHaveLength(2)
})
