import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { openSource } from '#main/storage/source-file.ts'
import { tableCopies } from '#main/storage/table-copies.ts'
import { afterQuit, bulkDesk, noteTable } from '#test/support/bulk-desk.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const text = `klant;bedrag\n${'Jan Jansen;12,50\n'.repeat(30_000)}`
const table = () => openSource({ name: 'klanten.csv', bytes: Buffer.from(text) })

async function copiesIn(keychain = new FakeKeychain()) {
  const folder = path.join(await temporaryFolder(), 'runs')
  return { folder, keychain, copies: tableCopies({ folder, keys: createDataKeys(keychain) }) }
}

async function readBack(copies: ReturnType<typeof tableCopies>, runId: number) {
  const source = await copies.open(runId)
  try {
    const pieces: Buffer[] = []
    for await (const piece of source.chunks()) pieces.push(Buffer.from(piece))
    const middle = Buffer.from(await source.read(200_000, 40)).toString()
    return { bytes: source.bytes, whole: Buffer.concat(pieces).toString(), middle }
  } finally {
    await source.close()
  }
}

describe('the copy of a table', () => {
  test('lies sealed, for this person alone, and is read like the file it was', async () => {
    const { folder, copies } = await copiesIn()
    await copies.keep(7, await table(), 'live')
    const file = path.join(folder, 'table-7.sealed')
    expect(readdirSync(folder)).toEqual(['table-7.sealed'])
    expect(readFileSync(file).includes('Jansen')).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(await readBack(copies, 7)).toEqual({ bytes: text.length, whole: text, middle: text.slice(200_000, 200_040) })
    await copies.drop(7)
    expect(readdirSync(folder)).toEqual([])
  })

  test('never lies open where a keychain gives no answer, and is not to be exchanged for another', async () => {
    const { folder, keychain, copies } = await copiesIn()
    keychain.now = 'locked'
    await expect(copies.keep(7, await table(), 'live')).rejects.toMatchObject({ reason: 'locked' })
    expect(existsSync(folder)).toBe(false)
    keychain.now = 'available'
    await copies.keep(7, await table(), 'live')
    copyFileSync(path.join(folder, 'table-7.sealed'), path.join(folder, 'table-8.sealed'))
    await expect(readBack(copies, 8)).rejects.toMatchObject({ reason: 'lost' })
    const other = tableCopies({ folder, keys: createDataKeys(new FakeKeychain()) })
    await expect(readBack(other, 7)).rejects.toMatchObject({ reason: 'lost' })
    writeFileSync(path.join(folder, 'table-7.sealed'), 'niets')
    await expect(copies.open(7)).rejects.toMatchObject({ reason: 'lost' })
  })

  test('is plain where there is no keychain, and sealed once there is a key; halves are named with it', async () => {
    const { folder, keychain, copies } = await copiesIn()
    keychain.now = 'no-keychain'
    await copies.keep(7, await table(), 'live')
    await copies.sealPlain(7, 'live')
    expect(readFileSync(path.join(folder, '7.table'), 'utf8')).toBe(text)
    keychain.now = 'available'
    writeFileSync(path.join(folder, 'table-7.sealed.part'), 'half')
    expect(copies.list().map(({ runId }) => runId)).toEqual([7, 7])
    await copies.sealPlain(7, 'live')
    expect(readdirSync(folder)).toEqual(['table-7.sealed'])
    expect((await readBack(copies, 7)).whole).toBe(text)
  })
})

test('a copy that an earlier version left open is sealed by the next start, and read again from there', async () => {
  const desk = await bulkDesk()
  const run = await desk.checked(noteTable(1, 2))
  await desk.close()
  const runs = path.join(desk.folder, 'runs')
  const [sealed = ''] = readdirSync(runs)
  const copies = tableCopies({ folder: runs, keys: createDataKeys(desk.keychain) })
  const { whole } = await readBack(copies, Number(run.id))
  await copies.drop(Number(run.id))
  writeFileSync(path.join(runs, `${run.id}.table`), whole)

  const next = await afterQuit(desk)
  const now = () => readdirSync(path.join(next.folder, 'runs'))
  await next.until('the copy is sealed', () => now().join() === sealed)
  const settings = { format: 'csv', encoding: 'utf-8', delimiter: '\t', header: false } as const
  expect(await next.bulk.reread({ runId: run.id, settings })).toMatchObject({ rowCount: 3 })

  writeFileSync(path.join(next.folder, 'runs', sealed), 'beschadigd')
  await expect(next.bulk.reread({ runId: run.id, settings })).rejects.toMatchObject({
    failure: { message: { id: 'bulk.copy.lost' } },
  })
  expect(await next.get(run.id)).toMatchObject({ rowCount: 3 })
})
