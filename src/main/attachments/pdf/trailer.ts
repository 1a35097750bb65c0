import { lastIndexIn, latin, type Readable } from '../readable.ts'
import { isDict, pdfValue, type PdfDict } from './objects.ts'

/** More than a trailer or an encryption dictionary takes. */
const dictBytes = 32 * 1024
const piece = 1024 * 1024

const bytesAt = async (file: Readable, offset: number, length = dictBytes) =>
  Buffer.from(await file.read(Math.max(0, offset), length))

/**
 * The newest trailer of a PDF, which says whether it is encrypted; null where none can be found.
 * @see ISO 32000-1 7.5.5 (trailer), 7.5.8 (cross-reference streams, whose dictionary is a trailer in clear text)
 */
export async function pdfTrailer(file: Readable, headerOffset: number): Promise<PdfDict | null> {
  const at = await lastIndexIn(file, 'startxref')
  const said = at === -1 ? null : /^startxref\s+(\d+)/.exec(latin(await file.read(at, 64)))?.[1]
  // Viewers count from the header where something was put before it, as from the start.
  for (const offset of said ? [Number(said), Number(said) + headerOffset] : []) {
    const trailer = await trailerAt(file, offset)
    if (trailer) return trailer
  }
  // Viewers mend a wrong offset by looking for the trailer themselves.
  const last = await lastIndexIn(file, 'trailer')
  const found = last === -1 ? undefined : pdfValue(await bytesAt(file, last + 'trailer'.length))
  return isDict(found) ? found : null
}

async function trailerAt(file: Readable, offset: number): Promise<PdfDict | null> {
  if (offset < 0 || offset >= file.bytes) return null
  const beginning = latin(await file.read(offset, 64))
  const stream = /^\s*\d+\s+\d+\s+obj\b/.exec(beginning)
  if (stream) return dictAt(file, offset + stream[0].length)
  const table = /^\s*xref\s*/.exec(beginning)
  if (!table) return null
  let at = offset + table[0].length
  // Each subsection says how many lines of twenty bytes it has.
  for (let section = 0; section < 10_000; section += 1) {
    const head = latin(await file.read(at, 64))
    const trailer = /^\s*trailer/.exec(head)
    if (trailer) return dictAt(file, at + trailer[0].length)
    const sub = /^\s*\d+\s+(\d+)\s*?(\r\n|\r|\n)/.exec(head)
    if (!sub) return null
    at += sub[0].length + Number(sub[1]) * 20
  }
  return null
}

async function dictAt(file: Readable, offset: number): Promise<PdfDict | null> {
  const value = pdfValue(await bytesAt(file, offset))
  return isDict(value) ? value : null
}

/**
 * An object by its number, found by its words: an encryption dictionary is never packed into a stream of objects. The last one
 * that passes counts, as the newest.
 */
export async function pdfObject(file: Readable, ref: string, passes: (dict: PdfDict) => boolean): Promise<PdfDict | null> {
  const [number = '', generation = ''] = ref.split(' ')
  const heading = new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\b`, 'g')
  for (let end = file.bytes; end > 0; end -= piece) {
    const start = Math.max(0, end - piece)
    // A heading may lie across two pieces.
    const text = latin(await file.read(start, end - start + 32))
    for (const found of [...text.matchAll(heading)].toReversed()) {
      const dict = await dictAt(file, start + found.index + found[0].length)
      if (dict && passes(dict)) return dict
    }
  }
  return null
}
