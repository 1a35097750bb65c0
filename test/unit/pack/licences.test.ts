import { expect, test } from 'vitest'
import { licenceInReadme, licenceProblem, type ThirdParty } from '#tools/pack/licences.ts'
import { noticesText } from '#tools/pack/notices.ts'
import { sbomJson } from '#tools/pack/sbom.ts'
import { sbomProblems } from '#tools/pack/sbom-check.ts'

const one: ThirdParty = { name: 'one', version: '1.0.0', licence: 'MIT', text: 'The words.', homepage: null }

test.each([
  ['MIT', null],
  ['(MIT OR GPL-3.0-only)', null],
  ['MIT AND ISC', null],
  ['(MIT AND GPL-3.0-only)', 'on the list'],
  ['GPL-3.0-only', 'on the list'],
  ['LGPL-2.1-or-later', 'on the list'],
  ['SEE LICENSE IN FILE', 'on the list'],
  [null, 'names no licence'],
])('a library under %s may go out: %s', (licence, problem) => {
  const found = licenceProblem({ ...one, licence })
  expect(found ?? 'it may').toContain(problem ?? 'it may')
})

test('the LGPL is for files of their own alone', () => {
  expect(licenceProblem({ ...one, licence: 'LGPL-2.1-or-later', separateFiles: ['libone.so'] })).toBeNull()
  expect(licenceProblem({ ...one, licence: 'GPL-2.0-only', separateFiles: ['libone.so'] })).toContain('on the list')
})

test('a licence without its words cannot be handed on', () => {
  expect(licenceProblem({ ...one, text: ' ' })).toContain('no text')
})

test.each([
  ['# pg-types\n\n## license\n\nCopyright (c) 2014 A\n\nPermission\n', 'Copyright (c) 2014 A\n\nPermission'],
  ['## License\n\nCopyright A\n\n## Links\n\nmore\n', 'Copyright A'],
  ['## License\n\nMIT\n', ''],
  ['# one\n', ''],
])('its words may stand in the README alone: %j', (readme, text) => {
  expect(licenceInReadme(readme)).toBe(text)
})

test('the notices have the name and the words of each', () => {
  expect(noticesText([one, { ...one, name: 'two', text: 'Other words.' }])).toMatch(
    /one 1\.0\.0 \(MIT\)\n\nThe words\.[^]*two[^]*Other/,
  )
})

test('the bill of materials names what is in, is the same every time, and misses what is not there', () => {
  const app = { name: 'balie', version: '1.2.3' }
  const names = [
    'electron',
    'better-sqlite3-multiple-ciphers',
    'SQLite3 Multiple Ciphers',
    'ffmpeg',
    'keytar',
    'react',
    'react-dom',
    'undici',
    'zod',
  ]
  const parties = names.map((name) => ({ ...one, name }))
  const text = sbomJson(app, parties)
  expect(sbomJson(app, parties)).toBe(text)
  expect(sbomProblems(text)).toEqual([])
  expect(text).toContain('"purl": "pkg:npm/react-dom@1.0.0"')
  expect(sbomProblems(sbomJson(app, parties.slice(1)))).toEqual(['sbom.cdx.json does not name electron'])
  expect(sbomProblems('{}')).toHaveLength(1)
})
