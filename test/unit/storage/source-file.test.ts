import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, rename, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSource, type SourceFile } from '#main/storage/source-file.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const posix = process.platform !== 'win32'
const size = 500_000

async function bytesOf(file: SourceFile): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of file.chunks()) all.push(piece)
  return Buffer.concat(all)
}

async function opened(): Promise<{ path: string; folder: string; file: SourceFile }> {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.bin')
  await writeFile(path, Buffer.alloc(size, 1))
  return { path, folder, file: await openSource({ path }) }
}

/** Reads until the first piece, lets something happen, and reads on. */
async function readAround(file: SourceFile, happen: () => Promise<unknown>): Promise<void> {
  let first = true
  try {
    for await (const _piece of file.chunks()) {
      if (first) await happen()
      first = false
    }
  } finally {
    await file.close()
  }
}

describe('opening what a person chose', () => {
  test('gives name, size, any part and the whole', async () => {
    const { file } = await opened()
    expect(file).toMatchObject({ name: 'a.bin', bytes: size })
    expect(await file.read(size - 3, 10)).toHaveLength(3)
    expect(await file.read(size + 10, 10)).toHaveLength(0)
    expect((await bytesOf(file)).equals(Buffer.alloc(size, 1))).toBe(true)
    await file.close()
  })

  test('bytes without a path are read the same way', async () => {
    const file = await openSource({ name: 'plak.png', bytes: new Uint8Array(size).fill(7) })
    expect(file).toMatchObject({ name: 'plak.png', bytes: size })
    expect((await bytesOf(file)).equals(Buffer.alloc(size, 7))).toBe(true)
  })

  test('a file that is not there', async () => {
    const folder = await temporaryFolder()
    await expect(openSource({ path: join(folder, 'weg.pdf') })).rejects.toMatchObject({ reason: 'missing' })
  })

  test.runIf(posix)('a folder is no file', async () => {
    const folder = await temporaryFolder()
    await expect(openSource({ path: folder })).rejects.toMatchObject({ reason: 'not-a-file' })
  })

  test.runIf(posix)('a link is what it points at: a file, a folder or nothing', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'echt.pdf'), 'x')
    await mkdir(join(folder, 'map'))
    for (const target of ['echt.pdf', 'map', 'weg']) await symlink(join(folder, target), join(folder, `naar-${target}`))
    const file = await openSource({ path: join(folder, 'naar-echt.pdf') })
    expect(file.bytes).toBe(1)
    await file.close()
    await expect(openSource({ path: join(folder, 'naar-map') })).rejects.toMatchObject({ reason: 'not-a-file' })
    await expect(openSource({ path: join(folder, 'naar-weg') })).rejects.toMatchObject({ reason: 'missing' })
  })

  test.runIf(posix)(
    'a named pipe without a writer is refused at once',
    async () => {
      const folder = await temporaryFolder()
      execFileSync('mkfifo', [join(folder, 'pijp.pdf')])
      await expect(openSource({ path: join(folder, 'pijp.pdf') })).rejects.toMatchObject({ reason: 'not-a-file' })
    },
    5_000,
  )

  test.runIf(posix)('a device without an end is refused', async () => {
    await expect(openSource({ path: '/dev/zero' })).rejects.toMatchObject({ reason: 'not-a-file' })
  })
})

describe('a file that changes while it is read', () => {
  const changes: Record<string, (path: string) => Promise<unknown>> = {
    grows: (path) => appendFile(path, 'meer'),
    shrinks: (path) => truncate(path, 300_000),
    'is written over, as large as before': (path) => writeFile(path, Buffer.alloc(size, 2)),
    'is touched': (path) => utimes(path, new Date(), new Date(Date.now() + 5_000)),
  }
  test.each(Object.entries(changes))('%s: refused', async (_name, change) => {
    const { file, path } = await opened()
    await expect(readAround(file, () => change(path))).rejects.toMatchObject({ reason: 'changed' })
  })

  test.runIf(posix)('replaced by another file: what was opened is what is read', async () => {
    const { file, path, folder } = await opened()
    await writeFile(join(folder, 'b.bin'), 'anders')
    await rename(join(folder, 'b.bin'), path)
    expect((await bytesOf(file)).equals(Buffer.alloc(size, 1))).toBe(true)
    await file.close()
  })
})
