import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { archiveOf, entriesOf, isArchived, type Entry } from '#main/storage/backup/archive.ts'
import { BackupFailure, containerOf, readContainer } from '#main/storage/backup/container.ts'
import type { SealedBytes } from '#main/storage/sealed-stream.ts'

const work = { N: 2 ** 14, r: 8, p: 1 } as const
const passphrase = 'kast raam fiets lantaarn'
const createdAt = new Date('2026-11-28T01:02:03.000Z')

async function* once(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}
const inMemory = (bytes: Buffer): SealedBytes => ({
  length: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
})
const made = (content: Uint8Array = randomBytes(500_000)) =>
  whole(containerOf(once(content), { passphrase, app: '1.2.3', createdAt, work }))
const opened = async (bytes: Buffer, typed = passphrase) => whole(await (await readContainer(inMemory(bytes))).open(typed))
const troubleOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'none',
    (error: unknown) => (error instanceof BackupFailure ? error.trouble : String(error)),
  )

describe('the container of a backup', () => {
  test('gives back what went in, and says before the passphrase when it was made', async () => {
    const content = randomBytes(700_000)
    const bytes = await made(content)
    expect((await opened(bytes)).equals(content)).toBe(true)
    expect((await readContainer(inMemory(bytes))).head).toMatchObject({ createdAt: createdAt.toISOString(), app: '1.2.3' })
  })

  test('shows nothing of what went in', async () => {
    const bytes = await made(Buffer.from('Rekening van Jan Jansen '.repeat(20_000)))
    expect(bytes.includes('Jan Jansen')).toBe(false)
    expect(bytes.includes(passphrase)).toBe(false)
  })

  test('tells a wrong passphrase from everything else that can be wrong', async () => {
    const bytes = await made()
    expect(await troubleOf(opened(bytes, `${passphrase}!`))).toBe('wrong-passphrase')
    expect(await troubleOf(opened(bytes.subarray(0, -1)))).toBe('incomplete')
    expect(await troubleOf(opened(bytes.subarray(0, bytes.length / 2)))).toBe('incomplete')
    expect(await troubleOf(opened(bytes.subarray(0, 10)))).toBe('not-a-backup')
    expect(await troubleOf(opened(Buffer.alloc(0)))).toBe('not-a-backup')
    expect(await troubleOf(opened(Buffer.from('PK\u0003\u0004 a zip, and no backup')))).toBe('not-a-backup')
    const newer = Buffer.from(bytes)
    newer.writeUInt16BE(2, 8)
    expect(await troubleOf(opened(newer))).toBe('newer')
  })

  test('of which any byte changed is not taken for a good one, whatever the byte is', async () => {
    const bytes = await made(randomBytes(2_000))
    const start = bytes.length - 8 - 2_016 - 23
    // Each byte of the head and its sum, which no key is derived for, and some of each part of the content.
    const content = [0, 7, 8, 15, 16, 22, 23, 24, 1_000, 2_022, 2_023, 2_030, 2_038].map((place) => start + place)
    const places = [...Array.from({ length: start }, (_, index) => index), ...content, bytes.length - 3]
    const untold: number[] = []
    for (const place of places) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 0x10
      if ((await troubleOf(opened(changed))) === 'none') untold.push(place)
    }
    expect(untold).toEqual([])
  })

  test('whose chunks changed places, or whose head is another’s, does not open', async () => {
    const bytes = await made(randomBytes(196_608 * 3))
    const start = bytes.length - 8 - 3 * (196_608 + 16)
    const chunk = (index: number) => bytes.subarray(start + index * 196_624, start + (index + 1) * 196_624)
    const turned = Buffer.concat([bytes.subarray(0, start), chunk(1), chunk(0), chunk(2), bytes.subarray(-8)])
    const left = Buffer.concat([bytes.subarray(0, start), chunk(0), chunk(1), bytes.subarray(-8)])
    expect(await troubleOf(opened(turned))).toBe('damaged')
    expect(await troubleOf(opened(left))).toBe('damaged')
  })

  test('that asks for more work than a backup may is refused before any of it is done', async () => {
    const bytes = await made()
    const text = bytes.toString('latin1')
    const greedy = Buffer.from(text.replace('"N":16384', '"N":99999'), 'latin1')
    expect(await troubleOf(readContainer(inMemory(greedy)))).toBe('damaged')
  })

  test('is never read further than its own head says, whatever a hostile one says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 6000 }), async (tail) => {
        const hostile = Buffer.concat([Buffer.from('BALIEBAK\0\u0001', 'latin1'), tail, Buffer.from('BALIEEND')])
        expect(['not-a-backup', 'newer', 'incomplete', 'damaged']).toContain(await troubleOf(readContainer(inMemory(hostile))))
      }),
      { numRuns: 300 },
    )
  })
})

async function* listed(...entries: readonly { name: string; content: Buffer; bytes?: number }[]): AsyncGenerator<Entry> {
  for (const { name, content, bytes = content.length } of entries) yield { name, bytes, content: once(content) }
}
async function unpacked(stream: AsyncIterable<Uint8Array>): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { name, content } of entriesOf(stream)) found[name] = String(await whole(content))
  return found
}
/** Small pieces, as a stream may come. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += size) yield bytes.subarray(offset, offset + size)
}
const raw = (...metas: readonly object[]): Buffer =>
  Buffer.concat(
    metas.map((meta) => {
      const text = Buffer.from(JSON.stringify(meta))
      const length = Buffer.alloc(4)
      length.writeUInt32BE(text.length)
      return Buffer.concat([length, text])
    }),
  )

describe('the files in a backup', () => {
  test('come out as they went in, however the bytes arrive', async () => {
    const files = {
      'manifest.json': '{}',
      'ledger.sqlite': 'x'.repeat(5000),
      'attachments/a-1.sealed': '',
      'runs/7.table': 'rij',
      'runs/table-8.sealed': 'rij',
    }
    const bytes = await whole(
      archiveOf(listed(...Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })))),
    )
    for (const size of [1, 3, 1000, 100_000]) expect(await unpacked(inPieces(bytes, size))).toEqual(files)
  })

  test('have names of ours alone, so that none leaves its folder or stands where something else is read', () => {
    const hostile = [
      '../ledger.sqlite',
      '/etc/passwd',
      'attachments/../../x.sealed',
      'attachments/..sealed',
      'attachments/a.exe',
      'attachments\\a.sealed',
      'C:\\x.sealed',
      'ledger.sqlite-wal',
      'ledger.sqlite.keys',
      'runs/CON.table',
      'runs/table-x.sealed',
      'runs/8.sealed',
      'runs/1.table:stream',
      'attachments/a.sealed\n',
      'logs/x',
      '',
    ]
    expect(hostile.filter(isArchived)).toEqual([])
  })

  test.each([
    ['another name', raw({ name: '../x', bytes: 0 }, { end: 1 })],
    ['a name twice', raw({ name: 'runs/1.table', bytes: 0 }, { name: 'runs/1.table', bytes: 0 }, { end: 2 })],
    [
      'a name twice but for its case',
      raw({ name: 'attachments/a.plain', bytes: 0 }, { name: 'attachments/A.plain', bytes: 0 }, { end: 2 }),
    ],
    ['less than it says', raw({ name: 'runs/1.table', bytes: 100 })],
    ['a length below nothing', raw({ name: 'runs/1.table', bytes: -1 }, { end: 1 })],
    ['another count at its end', raw({ name: 'runs/1.table', bytes: 0 }, { end: 3 })],
    ['something after its end', Buffer.concat([raw({ end: 0 }), Buffer.from('more')])],
    ['no end', raw({ name: 'runs/1.table', bytes: 0 })],
    ['more than it may say of a file', raw({ name: 'runs/1.table', bytes: 0, note: 'x'.repeat(2000) }, { end: 1 })],
    ['no list at all', Buffer.from([0, 0, 0, 2, 1, 2])],
  ])('with %s are refused', async (_, bytes) => {
    expect(await troubleOf(unpacked(inPieces(bytes, 7)))).toBe('damaged')
  })
})
