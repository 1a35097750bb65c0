import { degrees, rgb, type PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import type { Turn } from '#shared/domain/evidence.ts'

/** A4 in points. */
export const a4 = { width: 595.28, height: 841.89 } as const
export const margin = 36
/** The room above each page in which its file is named. */
export const band = 26

const ink = rgb(0.1, 0.12, 0.15)

/** Text that is drawn where the PDF's own letters lack one of its signs: another script, or an emoji. */
async function picture(text: string, size: number) {
  const scale = 3
  const font = `${size * scale}px sans-serif`
  const measured = new OffscreenCanvas(1, 1).getContext('2d')
  if (measured) measured.font = font
  const width = Math.min(6000, Math.ceil(measured?.measureText(text).width ?? 1) + 4)
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.ceil(size * scale * 1.4))
  const context = canvas.getContext('2d')
  if (context) {
    context.font = font
    context.fillStyle = '#1a1f26'
    context.textBaseline = 'alphabetic'
    context.fillText(text, 0, size * scale)
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return { bytes, width: canvas.width / scale, height: canvas.height / scale, descent: size * 0.4 }
}

/** A line of text at a place of a page, running in the direction of a turn; how wide it is. */
interface Line {
  text: string
  x: number
  y: number
  size: number
  /** Counter-clockwise, as PDF counts. */
  angle?: number
}

const lettersOf = new WeakMap<PDFFont, ReadonlySet<number>>()

/** Whether a font has every letter of a text. Asked of the font itself: what it lacks the library writes as a question mark. */
export function canWrite(font: PDFFont, text: string): boolean {
  const letters = lettersOf.get(font) ?? new Set(font.getCharacterSet())
  lettersOf.set(font, letters)
  return Array.from(text).every((sign) => letters.has(sign.codePointAt(0) ?? 0))
}

export async function drawLine(doc: PDFDocument, page: PDFPage, font: PDFFont, line: Line): Promise<void> {
  const { text, x, y, size, angle = 0 } = line
  if (text === '') return
  if (canWrite(font, text)) {
    page.drawText(text, { x, y, size, font, color: ink, rotate: degrees(angle) })
    return
  }
  const { bytes, width, height, descent } = await picture(text, size)
  const radians = (angle * Math.PI) / 180
  page.drawImage(await doc.embedPng(bytes), {
    x: x + Math.sin(radians) * descent,
    y: y - Math.cos(radians) * descent,
    width,
    height,
    rotate: degrees(angle),
  })
}

/** As much of a text as fits; measured by the widest guess where the font lacks a sign. */
export function fitted(font: PDFFont, text: string, size: number, width: number): string {
  const wide = (part: string) =>
    canWrite(font, part) ? font.widthOfTextAtSize(part, size) : Array.from(part).length * size * 0.62
  if (wide(text) <= width) return text
  const signs = Array.from(text)
  while (signs.length > 1 && wide(`${signs.join('')}…`) > width) signs.pop()
  return `${signs.join('')}…`
}

const quarter = (angle: number): Turn => (((Math.round(angle / 90) % 4) + 4) % 4) as Turn

/** Names a page at its upper edge as it is seen, whichever way it is turned, on paper that is added there: nothing is covered. */
export async function nameAbove(doc: PDFDocument, page: PDFPage, font: PDFFont, title: string): Promise<void> {
  const box = page.getCropBox()
  const { x, y, width, height } = box
  const turned = quarter(page.getRotation().angle)
  const across = turned % 2 === 0 ? width : height
  const size = Math.max(8, Math.min(24, across / 66))
  const high = size * 2.6
  const [inset, up] = [size * 1.4, size * 0.9]
  const text = fitted(font, title, size, across - 2 * inset)
  const places = [
    {
      box: { x, y, width, height: height + high },
      strip: { x, y: y + height, width, height: high },
      at: [x + inset, y + height + up],
      angle: 0,
    },
    {
      box: { x: x - high, y, width: width + high, height },
      strip: { x: x - high, y, width: high, height },
      at: [x - up, y + inset],
      angle: 90,
    },
    {
      box: { x, y: y - high, width, height: height + high },
      strip: { x, y: y - high, width, height: high },
      at: [x + width - inset, y - up],
      angle: 180,
    },
    {
      box: { x, y, width: width + high, height },
      strip: { x: x + width, y, width: high, height },
      at: [x + width + up, y + height - inset],
      angle: 270,
    },
  ] as const
  const place = places[turned]
  page.setMediaBox(place.box.x, place.box.y, place.box.width, place.box.height)
  page.setCropBox(place.box.x, place.box.y, place.box.width, place.box.height)
  // What the page has beyond its own edge would show through.
  page.drawRectangle({ ...place.strip, color: rgb(1, 1, 1) })
  await drawLine(doc, page, font, { text, x: place.at[0], y: place.at[1], size, angle: place.angle })
}
