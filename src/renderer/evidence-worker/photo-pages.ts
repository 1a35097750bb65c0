import { degrees, type PDFDocument, type PDFImage } from '@cantoo/pdf-lib'
import type { Turn } from '#shared/domain/evidence.ts'
import { exifTurn } from './exif.ts'
import type { Step } from './steps.ts'
import { asJpeg, decodeImage, scaled, type ImageKind } from './images.ts'
import { sizeInHeader } from './image-size.ts'
import { a4, band, margin } from './paper.ts'
import { checkPixels } from './limits.ts'

/** A picture on a page of its own: upright paper for an upright picture, never larger than it was made for. */
export function placeImage(doc: PDFDocument, image: PDFImage, turn: Turn): void {
  const turned = turn % 2 === 1
  const [wide, high] = turned ? [image.height, image.width] : [image.width, image.height]
  const paper = wide > high ? { width: a4.height, height: a4.width } : a4
  const room = { width: paper.width - 2 * margin, height: paper.height - 2 * margin - band }
  // 96 points to the inch at most: a small picture stays small.
  const scale = Math.min(room.width / wide, room.height / high, 0.75)
  const [width, height] = [wide * scale, high * scale]
  const x = (paper.width - width) / 2
  const y = paper.height - margin - height
  const page = doc.addPage([paper.width, paper.height])
  const places = [
    { x, y, width, height },
    { x, y: y + height, width: height, height: width, rotate: degrees(-90) },
    { x: x + width, y: y + height, width, height, rotate: degrees(180) },
    { x: x + width, y, width: height, height: width, rotate: degrees(90) },
  ] as const
  page.drawImage(image, places[turn])
}

/** As the camera or the screen made it where a PDF can hold that; else drawn anew, and smaller with each step. */
export async function addPhoto(
  doc: PDFDocument,
  { bytes, kind, turn }: { bytes: Uint8Array<ArrayBuffer>; kind: ImageKind; turn: Turn },
  step: Step,
): Promise<void> {
  const kept = step.longest === null ? await asItWas(doc, bytes, kind) : null
  if (kept) {
    placeImage(doc, kept.image, ((kept.turn + turn) % 4) as Turn)
    return
  }
  const bitmap = await decodeImage(bytes, kind)
  const jpeg = await asJpeg(scaled(bitmap, step.longest ?? Math.max(bitmap.width, bitmap.height)), step.quality)
  bitmap.close()
  placeImage(doc, await doc.embedJpg(jpeg), turn)
}

/** Larger pictures without loss would take minutes to pack anew. */
const maxLosslessPixels = 12_000_000

async function asItWas(
  doc: PDFDocument,
  bytes: Uint8Array<ArrayBuffer>,
  kind: ImageKind,
): Promise<{ image: PDFImage; turn: Turn } | null> {
  const size = sizeInHeader(bytes, kind)
  if (!size) return null
  checkPixels(size.width, size.height)
  if (kind === 'jpg') {
    const turn = exifTurn(bytes)
    if (turn === null) return null
    // What no browser can draw, no reader will.
    ;(await decodeImage(bytes, kind)).close()
    const image = await doc.embedJpg(bytes).catch(() => null)
    return image && { image, turn }
  }
  if (kind !== 'png' || size.width * size.height > maxLosslessPixels) return null
  ;(await decodeImage(bytes, kind)).close()
  const image = await doc.embedPng(bytes).catch(() => null)
  return image && { image, turn: 0 }
}
