import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkFile } from '#main/attachments/check.ts'
import { readWholeXml } from '#main/bulk/reading/xlsx/xml.ts'
import { openFolder } from '#main/bulk/reading/folder-files.ts'
import { openZipFiles } from '#main/bulk/reading/zip-files.ts'
import { openZip } from '#main/bulk/reading/zip.ts'
import { openSource } from '#main/storage/source-file.ts'
import { pdf, png } from '#test/support/sample-files.ts'
import { zipArchive } from '#test/support/zip-archive.ts'
import { unrefused, type Attacks } from './attack.ts'

const folder = () => mkdtempSync(path.join(tmpdir(), 'balie-attack-'))

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}

async function* inPieces(bytes: Uint8Array) {
  yield bytes
}

const isTaken = async (name: string, bytes: Uint8Array) =>
  (await unrefused(async () => checkFile(await openSource({ name, bytes }), 1e7))) !== null

/** A folder that somebody sent, with a link in it to what is none of theirs. */
function folderWithLink() {
  const outside = path.join(folder(), 'geheim.pdf')
  writeFileSync(outside, pdf())
  const given = folder()
  symlinkSync(outside, path.join(given, 'bon.pdf'))
  return given
}

/** What somebody sends: files, folders, archives. */
export const files: Attacks = {
  'passes one kind of file off as another': () => isTaken('foto.png', pdf()),
  'passes a web page off as a picture': () => isTaken('foto.png', Buffer.from('<html><script>1</script></html>')),
  'passes off a file that is two kinds at once': () => isTaken('foto.png', Buffer.concat([Buffer.from('%PDF-1.7\n'), png()])),
  async 'keeps the app waiting at a pipe'() {
    const pipe = path.join(folder(), 'pijp')
    execFileSync('mkfifo', [pipe])
    const source = await unrefused(() => openSource({ path: pipe }))
    await source?.close()
    return source !== null
  },
  async 'has another file kept than was checked'() {
    const file = path.join(folder(), 'bon.pdf')
    writeFileSync(file, 'a'.repeat(400_000))
    const source = await openSource({ path: file })
    const pieces = source.chunks()[Symbol.asyncIterator]()
    await pieces.next()
    await new Promise((resolve) => setTimeout(resolve, 10))
    writeFileSync(file, 'b'.repeat(400_000))
    const read = await unrefused(async () => {
      for (let next = await pieces.next(); !next.done; next = await pieces.next());
      return true
    })
    await source.close()
    return read === true
  },
  async 'brings in a file from elsewhere by a link in a folder'() {
    return (await openFolder(folderWithLink())).entries.length > 0
  },
  async 'swaps a listed file for a link'() {
    const given = folder()
    writeFileSync(path.join(given, 'bon.pdf'), pdf())
    const listed = await openFolder(given)
    const outside = path.join(folder(), 'geheim.pdf')
    renameSync(path.join(given, 'bon.pdf'), outside)
    symlinkSync(outside, path.join(given, 'bon.pdf'))
    const [entry] = listed.entries
    const file = entry && (await unrefused(() => listed.open(entry, 1e7)))
    await file?.close()
    return Boolean(file)
  },
  async 'has folders within folders listed without end'() {
    const given = folder()
    const deep = path.join(given, ...Array.from({ length: 40 }, () => 'd'))
    mkdirSync(deep, { recursive: true })
    writeFileSync(path.join(deep, 'bon.pdf'), pdf())
    return (await openFolder(given)).entries.length > 0
  },
  async 'brings in a file from elsewhere by a link in a ZIP'() {
    const file = path.join(folder(), 'post.zip')
    writeFileSync(file, zipArchive([{ name: 'bon.pdf', data: '/etc/passwd', externalAttributes: (0o120777 << 16) >>> 0 }]))
    const opened = await unrefused(() => openZipFiles(file))
    return (opened?.entries.length ?? 0) > 0
  },
  async 'fills the disk out of a small ZIP'() {
    const file = path.join(folder(), 'post.zip')
    const packed = Buffer.from('stofjes')
    writeFileSync(file, zipArchive([{ name: 'bon.pdf', data: '', packed, declaredSize: 200 * 1024 * 1024 }]))
    return (await unrefused(() => openZipFiles(file))) !== null
  },
  async 'fills the memory out of an entry that says it is larger'() {
    const file = path.join(folder(), 'post.zip')
    writeFileSync(file, zipArchive([{ name: 'bon.pdf', data: Buffer.alloc(1_000_000) }]))
    const rules = {
      entries: 10,
      damaged: 'bulk.files.notZip',
      tooMany: 'bulk.files.tooMany',
      tooLarge: 'bulk.files.tooLarge',
    } as const
    const zip = await openZip({ path: file }, rules)
    const [first] = zip.entries
    const bytes = first && (await unrefused(() => whole(zip.unpack(first.entry, 1_000))))
    zip.close()
    return (bytes?.length ?? 0) > 1_000
  },
  async 'declares entities in a spreadsheet'() {
    const bytes = Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>')
    const read = await unrefused(async () => {
      await readWholeXml(inPieces(bytes), { open: () => undefined })
      return true
    })
    return read === true
  },
  async 'nests a spreadsheet without end'() {
    const bytes = Buffer.from(`${'<x>'.repeat(5_000)}${'</x>'.repeat(5_000)}`)
    const read = await unrefused(async () => {
      await readWholeXml(inPieces(bytes), { open: () => undefined })
      return true
    })
    return read === true
  },
}
