import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unreadable } from '#main/bulk/vocabulary/unreadable.ts'
import { fileNameFor } from '#main/bulk/runs/exports.ts'
import { readable } from '#main/features/bulk/readable.ts'
import { saveTo } from '#main/features/bulk/saving.ts'
import { SourceFailure } from '#main/storage/source-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balie-bulk-files-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}
async function* broken(error: Error) {
  yield Buffer.from('half ')
  throw error
}

describe('a table that is opened', () => {
  test('and cannot be read has its own sentence', async () => {
    await expect(readable(() => Promise.reject(unreadable('bulk.read.xls')))).rejects.toMatchObject({
      failure: { kind: 'invalid', message: { id: 'bulk.read.xls' } },
    })
  })

  test('and is gone is said to be', async () => {
    await expect(readable(() => Promise.reject(new SourceFailure('missing')))).rejects.toMatchObject({
      failure: { message: { id: 'bulk.source.missing' } },
    })
  })

  test('a fault of our own stays one', async () => {
    const fault = new TypeError('x')
    await expect(readable(() => Promise.reject(fault))).rejects.toBe(fault)
  })
})

describe('a file that is saved', () => {
  test('is there whole, and for nobody else of this computer', async () => {
    const file = path.join(folder, 'resultaat.csv')
    await saveTo(file, pieces('a;b\r\n', '1;2\r\n'))
    expect(readFileSync(file, 'utf8')).toBe('a;b\r\n1;2\r\n')
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  })

  test('may have a name as long as a disk takes', async () => {
    const file = path.join(folder, `${'r'.repeat(251)}.csv`)
    await saveTo(file, pieces('a;b'))
    expect(readFileSync(file, 'utf8')).toBe('a;b')
  })

  test('is suggested by a name that every system takes', () => {
    const run = (fileName: string) => ({ fileName }) as Parameters<typeof fileNameFor>[0]
    expect(fileNameFor(run('con.csv'), 'resultaat', 'xlsx')).toBe('con-resultaat.xlsx')
    expect(fileNameFor(run('../a:b\u202e.csv'), 'resultaat', 'csv')).toBe('a_b-resultaat.csv')
    expect(Buffer.byteLength(fileNameFor(run(`${'é'.repeat(200)}.csv`), 'resultaat', 'csv'))).toBeLessThanOrEqual(255)
  })

  test.each([
    ['ENOSPC', 'bulk.save.diskFull'],
    ['EBUSY', 'bulk.save.refused'],
    ['EACCES', 'bulk.save.refused'],
  ])('and meets %s says so, and leaves what was there', async (code, id) => {
    const file = path.join(folder, 'resultaat.csv')
    writeFileSync(file, 'van gisteren')
    const error = Object.assign(new Error(code), { code })
    await expect(saveTo(file, broken(error))).rejects.toMatchObject({ failure: { kind: 'invalid', message: { id } } })
    expect(readFileSync(file, 'utf8')).toBe('van gisteren')
  })

  test('in a folder that is gone says so', async () => {
    const file = path.join(folder, 'weg', 'resultaat.csv')
    await expect(saveTo(file, pieces('x'))).rejects.toMatchObject({ failure: { message: { id: 'bulk.save.gone' } } })
  })
})
