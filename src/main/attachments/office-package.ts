import { inflateRawSync } from 'node:zlib'
import { viewOf, type Readable } from './readable.ts'

/** SECURITY: no letter has this much of it; what claims more is read no further. */
const maxDirectoryBytes = 1024 * 1024
const maxTypesBytes = 1024 * 1024

interface Entry {
  /** As Word reads it: some programs write `\`, a slash in front or other capitals. */
  name: string
  method: number
  packed: number
  offset: number
}

export interface ZipDirectory {
  entries: readonly Entry[]
  /** What the offsets are off by, where something stands before the archive. */
  shift: number
}

/**
 * A zip's central directory, which is what Word reads; the local headers before it can say anything. Null where there is none:
 * the end of the file is missing. Nothing is unpacked, so a bomb stays one.
 * @see APPNOTE 4.3.12, 4.3.14 (ZIP64), 4.3.16
 */
export async function zipDirectory(file: Readable): Promise<ZipDirectory | null> {
  const tailStart = Math.max(0, file.bytes - 22 - 0xff_ff)
  const tail = await file.read(tailStart, 22 + 0xff_ff)
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06_05_4b_50) continue
    const end = tailStart + at
    const classic = { size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), end }
    const places = [await zip64Place(file, end), classic]
    for (const place of places) {
      if (!place || place.size > maxDirectoryBytes) continue
      for (const start of [place.offset, place.end - place.size]) {
        if (start < 0 || start > file.bytes) continue
        const entries = centralEntries(await file.read(start, place.size))
        if (entries.length > 0) return { entries, shift: start - place.offset }
      }
    }
    if (classic.size === 0) return { entries: [], shift: 0 }
  }
  return null
}

interface Place {
  size: number
  offset: number
  end: number
}

/** The directory's place where the end record has no room for it, or is filled with ones without need. */
async function zip64Place(file: Readable, end: number): Promise<Place | null> {
  const locator = await file.read(Math.max(0, end - 20), 20)
  if (locator.length < 20 || viewOf(locator).getUint32(0, true) !== 0x07_06_4b_50) return null
  const at = Number(viewOf(locator).getBigUint64(8, true))
  const record = at < file.bytes ? await file.read(at, 56) : new Uint8Array()
  if (record.length < 56 || viewOf(record).getUint32(0, true) !== 0x06_06_4b_50) return null
  const view = viewOf(record)
  return { size: Number(view.getBigUint64(40, true)), offset: Number(view.getBigUint64(48, true)), end: at }
}

function centralEntries(directory: Uint8Array): Entry[] {
  const view = viewOf(directory)
  const entries: Entry[] = []
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === 0x02_01_4b_50;) {
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + length))
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

export type PackageKind = 'docx' | 'otherWord' | 'excel' | 'powerpoint' | 'office'

/**
 * What a package of Office is: by the type of its main part, wherever that lies and whatever it is called; else by its folders.
 * Null where it is no such package.
 * @see ECMA-376 part 2, 10.1.2.2 (content types)
 */
export async function packageKind(file: Readable, { entries, shift }: ZipDirectory): Promise<PackageKind | null> {
  const types = entries.find(({ name }) => name === '[content_types].xml')
  if (!types) return null
  const said = mainKind(await textOf(file, types, shift))
  if (said) return said
  const holds = (folder: string) => entries.some(({ name }) => name.startsWith(folder))
  if (holds('word/')) return entries.some(({ name }) => name === 'word/vbaproject.bin') ? 'otherWord' : 'docx'
  if (holds('xl/')) return 'excel'
  return holds('ppt/') ? 'powerpoint' : null
}

function mainKind(types: string): PackageKind | null {
  const mains = [...types.matchAll(/contenttype\s*=\s*["']([^"']*main\+xml)["']/gi)].map(([, type = '']) => type.toLowerCase())
  const says = (...words: string[]) => mains.some((type) => words.some((word) => type.includes(word)))
  if (says('wordprocessingml.document.main')) return 'docx'
  if (says('ms-word', 'wordprocessingml.template')) return 'otherWord'
  if (says('spreadsheetml', 'ms-excel')) return 'excel'
  if (says('presentationml', 'ms-powerpoint')) return 'powerpoint'
  return mains.length > 0 ? 'office' : null
}

/** A small text part, unpacked; empty where it is damaged, packed in a way of its own, or larger than any honest one. */
async function textOf(file: Readable, entry: Entry, shift: number): Promise<string> {
  const at = entry.offset + shift
  const local = await file.read(at, 30)
  if (local.length < 30 || entry.packed > maxTypesBytes) return ''
  const view = viewOf(local)
  const data = await file.read(at + 30 + view.getUint16(26, true) + view.getUint16(28, true), entry.packed)
  try {
    const bytes = entry.method === 8 ? inflateRawSync(data, { maxOutputLength: maxTypesBytes }) : data
    const isWide = bytes[0] === 0xff || bytes[1] === 0
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes)
  } catch {
    return ''
  }
}
