import { StandardFonts, type PDFDocument, type PDFFont } from '@cantoo/pdf-lib'
import { EvidenceFault } from './fault.ts'
import { checkPages, maxTextLength } from './limits.ts'
import { a4, band, canWrite, drawLine, margin } from './paper.ts'

const textSize = 10
const leading = 14
const textWidth = a4.width - 2 * margin
const linesOfPage = Math.floor((a4.height - 2 * margin - band) / leading)

/** Text on pages, as it was written: broken where it is too wide, no letter left out. */
export async function addText(doc: PDFDocument, text: string): Promise<void> {
  if (text.length > maxTextLength) throw new EvidenceFault('tooMuchText', { count: text.length, max: maxTextLength })
  const font = await doc.embedFont(StandardFonts.Helvetica)
  const lines = brokenTo(font, text, textSize, textWidth)
  checkPages(Math.max(1, Math.ceil(lines.length / linesOfPage)))
  for (let start = 0; start === 0 || start < lines.length; start += linesOfPage) {
    const page = doc.addPage([a4.width, a4.height])
    for (const [index, line] of lines.slice(start, start + linesOfPage).entries())
      await drawLine(doc, page, font, { text: line, x: margin, y: a4.height - margin - (index + 1) * leading, size: textSize })
  }
}

/** What has no shape of its own, and would only fail to be drawn. */
const clean = (line: string) => line.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\ufeff]/g, '').trimEnd()

/** Text in lines of a width, as it was written. */
export const brokenTo = (font: PDFFont, text: string, size: number, width: number): string[] =>
  linesOf(text).flatMap((line) => broken(font, clean(line), size, width))

const linesOf = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll('\t', '    ')
    .split(/\r\n|[\r\n\u2028\u2029\f\v]/)

function broken(font: PDFFont, line: string, size: number, room: number): string[] {
  const wide = (text: string) =>
    canWrite(font, text) ? font.widthOfTextAtSize(text, size) : Array.from(text).length * size * 0.62
  if (wide(line) <= room) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/(?<=\s)/)) {
    if (wide(current + word.trimEnd()) <= room) {
      current += word
      continue
    }
    if (current !== '') lines.push(current.trimEnd())
    current = word
    // A word that is wider than the paper, as a long address.
    while (wide(current.trimEnd()) > room) {
      const signs = Array.from(current)
      let fits = Math.max(1, Math.floor(room / (size * 0.9)))
      while (fits < signs.length && wide(signs.slice(0, fits + 1).join('')) <= room) fits += 1
      lines.push(signs.slice(0, fits).join(''))
      current = signs.slice(fits).join('')
    }
  }
  if (current.trim() !== '') lines.push(current.trimEnd())
  return lines
}

/** The bytes of a text file as text: by its mark, as UTF-8, else as Windows writes. */
export function textOf(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (mark) return new TextDecoder(mark).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
