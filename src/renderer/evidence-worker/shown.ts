import { noEdits } from '#shared/domain/evidence-limits.ts'
import { EvidenceFault } from './fault.ts'
import { board, decodeImage, isImage } from './images.ts'
import type { PageWords } from './protocol.ts'
import type { Piece } from './put-together.ts'
import { untouched } from './steps.ts'

/** An opened file whose pages can be drawn. */
export interface Shown {
  sizes: { width: number; height: number }[]
  draw(page: number, width: number): Promise<ImageBitmap>
}

/** Opens any file to look at: a picture as it is, a PDF by its reader, all else as the pages that would be made of it. */
export async function show(piece: Omit<Piece, 'edits'>, words: PageWords): Promise<Shown> {
  if (isImage(piece.kind)) return showImage(await decodeImage(piece.bytes, piece.kind))
  if (piece.kind === 'pdf') return showPdf(piece.bytes)
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const { addPiece } = await import('./put-together.ts')
  const doc = await PDFDocument.create()
  await addPiece(doc, { ...piece, edits: noEdits }, untouched, words)
  return showPdf(new Uint8Array(await doc.save()))
}

function showImage(bitmap: ImageBitmap): Shown {
  return {
    sizes: [{ width: bitmap.width, height: bitmap.height }],
    async draw(_page, width) {
      const scale = Math.min(1, width / bitmap.width)
      const { canvas, context } = board(bitmap.width * scale, bitmap.height * scale)
      context.imageSmoothingQuality = 'high'
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
      return canvas.transferToImageBitmap()
    },
  }
}

async function showPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Shown> {
  // Loaded where it is asked for: a photo is shown without waiting for the reader of PDFs.
  const { readPdf } = await import('./pdf-reader.ts')
  const reader = await readPdf(bytes)
  const sizes: Shown['sizes'] = []
  for (let page = 0; page < reader.pages; page += 1) sizes.push(await reader.size(page))
  return {
    sizes,
    async draw(page, width) {
      const size = sizes[page]
      if (!size) throw new EvidenceFault('damaged')
      return (await reader.draw(page, width / size.width)).transferToImageBitmap()
    },
  }
}
