import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileEntry } from '#main/bulk/vocabulary/files.ts'
import { openFolder } from '#main/bulk/reading/folder-files.ts'
import { openZipFiles } from '#main/bulk/reading/zip-files.ts'
import type { SourceFile } from '#main/storage/source-file.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { zipArchive, type ZipEntry } from '#test/support/zip-archive.ts'
import { fileFinder } from '#main/bulk/reading/file-finder.ts'

const posix = process.platform !== 'win32'
const megabyte = 1024 * 1024
const entry = (path: string): FileEntry => ({ path, name: path.split('/').at(-1) ?? '', bytes: 1 })

async function textOf(file: SourceFile): Promise<string> {
  const text = Buffer.from(await file.read(0, file.bytes)).toString()
  await file.close()
  return text
}

async function zipOf(entries: readonly ZipEntry[]): Promise<string> {
  const path = join(await temporaryFolder(), 'bijlagen.zip')
  await writeFile(path, zipArchive(entries))
  return path
}

describe('a file is found as a clerk names it', () => {
  const find = fileFinder(
    [
      'foto.jpg',
      'mei/bon.pdf',
      'mei/Bon 2.PDF',
      'juni/bon.pdf',
      'Foto.JPG',
      're\u0301sume\u0301.pdf',
      'Schermafbeelding 3.45\u202fPM.png',
    ].map(entry),
  )

  test.each([
    ['by its name', 'foto.jpg', 'foto.jpg'],
    ['by another name in other capitals', 'Foto.JPG', 'Foto.JPG'],
    ['by its path', 'mei/bon.pdf', 'mei/bon.pdf'],
    ['by its path as Windows writes it', '.\\mei\\BON.pdf', 'mei/bon.pdf'],
    ['by name alone, in whatever folder it lies', 'bon 2.pdf', 'mei/Bon 2.PDF'],
    ['with accents written in another way', 'r\u00e9sum\u00e9.pdf', 're\u0301sume\u0301.pdf'],
    ['with blanks around it', '  foto.jpg ', 'foto.jpg'],
    ['with another blank than macOS wrote', 'Schermafbeelding 3.45 PM.png', 'Schermafbeelding 3.45\u202fPM.png'],
    ['with the blank of a web page', 'mei/Bon\u00a02.PDF', 'mei/Bon 2.PDF'],
    ['with a sign that nobody sees', 'Bon 2.PDF\u200b', 'mei/Bon 2.PDF'],
  ])('%s', (_, written, path) => {
    expect(find(written).entry?.path).toBe(path)
  })

  test.each([
    ['of which there are two in different folders', 'bon.pdf', 'ambiguous'],
    ['that fits two by other capitals', 'FOTO.jpg', 'ambiguous'],
    ['that is not there', 'weg.pdf', 'missing'],
    ['above the folder', '../bon.pdf', 'escapes'],
    ['above it by a detour', 'mei/../../bon.pdf', 'escapes'],
    ['above it as Windows writes it', '..\\bon.pdf', 'escapes'],
    ['elsewhere on the disk', '/etc/passwd', 'escapes'],
    ['elsewhere on a Windows disk', 'C:\\Users\\jan\\bon.pdf', 'escapes'],
    ['on a network', '\\\\server\\map\\bon.pdf', 'escapes'],
    ['with a NUL in it', 'bon.pdf\0.jpg', 'escapes'],
  ])('one %s is not', (_, written, problem) => {
    expect(find(written)).toEqual({ entry: null, problem })
  })
})

describe('a folder', () => {
  test('lists its files and those of the folders in it, without what systems put there', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'mei', '__MACOSX'), { recursive: true })
    await writeFile(join(folder, 'foto.jpg'), 'foto')
    await writeFile(join(folder, 'mei', 'bon.pdf'), 'bon')
    for (const clutter of ['.DS_Store', 'Thumbs.db', 'mei/__MACOSX/._bon.pdf']) await writeFile(join(folder, clutter), '')
    const files = await openFolder(folder)
    expect(files.entries.map(({ path, bytes }) => [path, bytes] as const).toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
      ['foto.jpg', 4],
      ['mei/bon.pdf', 3],
    ])
    const found = files.find('bon.pdf').entry!
    expect(await textOf(await files.open(found, megabyte))).toBe('bon')
  })

  test.runIf(posix)('does not list or open what links to elsewhere', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()]
    await writeFile(join(elsewhere, 'geheim.pdf'), 'geheim')
    await symlink(join(elsewhere, 'geheim.pdf'), join(folder, 'link.pdf'))
    await symlink(elsewhere, join(folder, 'map'))
    await writeFile(join(folder, 'echt.pdf'), 'echt')
    const files = await openFolder(folder)
    expect(files.entries.map(({ path }) => path)).toEqual(['echt.pdf'])
    expect(files.find('map/geheim.pdf')).toEqual({ entry: null, problem: 'missing' })
  })

  test.runIf(posix)('does not open a file that became a link after it was listed', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()]
    await mkdir(join(folder, 'mei'))
    await writeFile(join(folder, 'mei', 'bon.pdf'), 'bon')
    await writeFile(join(elsewhere, 'bon.pdf'), 'geheim')
    const files = await openFolder(folder)
    await rename(join(folder, 'mei'), join(folder, 'oud'))
    await symlink(elsewhere, join(folder, 'mei'))
    await expect(files.open(files.entries[0]!, megabyte)).rejects.toMatchObject({ reason: 'missing' })
  })

  test('does not open a file that grew over the limit', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'bon.pdf'), 'bon')
    const files = await openFolder(folder)
    await writeFile(join(folder, 'bon.pdf'), Buffer.alloc(2000))
    await expect(files.open(files.entries[0]!, 1000)).rejects.toMatchObject({ reason: 'changed' })
  })

  test('that is not there is said', async () => {
    await expect(openFolder(join(await temporaryFolder(), 'weg'))).rejects.toMatchObject({
      sentence: { id: 'bulk.files.missing', values: { name: 'weg' } },
    })
  })
})

describe('a ZIP', () => {
  test('lists its files and unpacks the one that is wanted', async () => {
    const files = await openZipFiles(
      await zipOf([
        { name: 'mei/', data: '' },
        { name: 'mei/bon.pdf', data: 'een bon' },
        { name: 'foto.jpg', data: 'foto', stored: true },
        { name: '__MACOSX/._foto.jpg', data: 'x' },
      ]),
    )
    expect(files.entries.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['mei/bon.pdf', 7],
      ['foto.jpg', 4],
    ])
    expect(await textOf(await files.open(files.find('bon.pdf').entry!, megabyte))).toBe('een bon')
    expect(await textOf(await files.open(files.find('foto.jpg').entry!, megabyte))).toBe('foto')
    await files.close()
  })

  test('with two entries of one name does not choose between them', async () => {
    const files = await openZipFiles(await zipOf([1, 2].map((data) => ({ name: 'bon.pdf', data: `bon ${data}` }))))
    expect(files.find('bon.pdf')).toEqual({ entry: null, problem: 'ambiguous' })
    await files.close()
  })

  test('with a link in it does not list the link', async () => {
    const link = { name: 'link.pdf', data: '/etc/passwd', externalAttributes: 0o120777 * 0x1_00_00 }
    const files = await openZipFiles(await zipOf([link, { name: 'bon.pdf', data: 'bon' }]))
    expect(files.entries.map(({ path }) => path)).toEqual(['bon.pdf'])
    await files.close()
  })

  test.each(['../bon.pdf', '/etc/bon.pdf', 'C:/bon.pdf', 'mei/../../bon.pdf'])(
    'that reaches out with %s keeps that one back, and has its other files',
    async (name) => {
      const other = { name: 'h:i.pdf', data: 'een bon' }
      const files = await openZipFiles(await zipOf([{ name, data: 'bon' }, other]))
      expect(files.entries.map(({ path }) => path)).toEqual(['h:i.pdf'])
      expect(files.find('bon.pdf')).toEqual({ entry: null, problem: 'outside' })
      expect(await textOf(await files.open(files.find('h:i.pdf').entry!, megabyte))).toBe('een bon')
      await files.close()
    },
  )

  test('that unpacks to a hundred times its size is refused before anything is unpacked', async () => {
    const bomb = zipOf([{ name: 'bon.pdf', data: Buffer.alloc(101 * megabyte) }])
    await expect(openZipFiles(await bomb)).rejects.toMatchObject({ sentence: { id: 'bulk.files.bomb' } })
  })

  test('whose entry is larger than it says is stopped at what it says', async () => {
    const files = await openZipFiles(await zipOf([{ name: 'bon.pdf', data: Buffer.alloc(megabyte), declaredSize: 1000 }]))
    await expect(files.open(files.entries[0]!, megabyte)).rejects.toMatchObject({ sentence: { id: 'bulk.files.notZip' } })
    await files.close()
  })

  test('whose entry is larger than a dispute may have is not unpacked', async () => {
    const files = await openZipFiles(await zipOf([{ name: 'bon.pdf', data: Buffer.alloc(2000, 'x') }]))
    await expect(files.open(files.entries[0]!, 1000)).rejects.toMatchObject({ sentence: { id: 'bulk.files.notZip' } })
    await files.close()
  })

  test.each([
    ['a password', [{ name: 'bon.pdf', data: 'bon', encrypted: true }], 'bulk.files.password'],
    [
      'too many files',
      Array.from({ length: 20_001 }, (_, at) => ({ name: `${at}.pdf`, data: '', stored: true })),
      'bulk.files.tooMany',
    ],
  ])('with %s is refused', async (_, entries, id) => {
    await expect(openZipFiles(await zipOf(entries))).rejects.toMatchObject({ sentence: { id } })
  })

  test('that is none is refused by its name', async () => {
    const path = join(await temporaryFolder(), 'foto.zip')
    await writeFile(path, 'geen zip')
    await expect(openZipFiles(path)).rejects.toMatchObject({
      sentence: { id: 'bulk.files.notZip', values: { name: 'foto.zip' } },
    })
  })
})
