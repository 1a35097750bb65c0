import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, readStamp, removeStamp, writeStamp } from '#tools/setup/stamps.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-stamps-'))
  mkdirSync(join(folder, 'src/deep'), { recursive: true })
  writeFileSync(join(folder, 'src/deep/one.ts'), 'one')
  writeFileSync(join(folder, 'config.ts'), 'config')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the fingerprint of sources', () => {
  const now = () => fingerprint(folder, ['src', 'config.ts', 'not-there.ts'])

  test('stays when nothing but a time has changed', () => {
    const before = now()
    utimesSync(join(folder, 'src/deep/one.ts'), 0, 0)
    expect(now()).toBe(before)
  })

  test.each([
    ['a file deep inside changes', () => writeFileSync(join(folder, 'src/deep/one.ts'), 'two')],
    ['a file is added', () => writeFileSync(join(folder, 'src/deep/two.ts'), '')],
    ['a file goes away', () => rmSync(join(folder, 'config.ts'))],
    ['an absent file appears, empty', () => writeFileSync(join(folder, 'not-there.ts'), '')],
    [
      'text moves from one file to the next',
      () => {
        writeFileSync(join(folder, 'src/deep/one.ts'), 'on')
        writeFileSync(join(folder, 'config.ts'), 'econfig')
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = now()
    change()
    expect(now()).not.toBe(before)
  })
})

test('a note is read back, and is gone after it is removed', () => {
  const notes = join(folder, 'made/on/demand')
  expect(readStamp('build', notes)).toBeUndefined()
  writeStamp('build', 'abc', notes)
  expect(readStamp('build', notes)).toBe('abc')
  removeStamp('build', notes)
  expect(readStamp('build', notes)).toBeUndefined()
})
