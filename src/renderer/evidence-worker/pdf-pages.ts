import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import type { SourceEdits } from '#shared/domain/evidence.ts'
import { EvidenceFault } from './fault.ts'
import { asJpeg } from './images.ts'
import { readPdf, type PdfReader } from './pdf-reader.ts'
import type { Step } from './steps.ts'

/** A page of a scan is a picture of this size or more; of text it is far less. */
const scanBytes = 250_000
const pictureDpi = 150

type Edits = Pick<SourceEdits, 'turns' | 'left'>

/**
 * Puts the pages of a PDF into another. Where they cannot be taken over as they are, since the file is damaged or locked against
 * changes, they go in as pictures, as they do where a scan is too large; answers whether they did.
 */
export async function addPdf(doc: PDFDocument, bytes: Uint8Array<ArrayBuffer>, edits: Edits, step: Step): Promise<boolean> {
  const reader = await readPdf(bytes)
  try {
    const kept = Array.from({ length: reader.pages }, (_, page) => page).filter((page) => !edits.left.includes(page))
    const isScan = bytes.length / reader.pages > scanBytes
    if (!(step.dpi !== null && isScan) && (await takenOver(doc, bytes, kept, edits, reader.pages))) return false
    await asPictures(doc, reader, kept, edits, step)
    return true
  } finally {
    await reader.close()
  }
}

async function takenOver(
  doc: PDFDocument,
  bytes: Uint8Array<ArrayBuffer>,
  kept: readonly number[],
  { turns }: Edits,
  pages: number,
): Promise<boolean> {
  const before = doc.getPageCount()
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    // A reader that mends more than this one sees pages that would be lost.
    if (source.getPageCount() !== pages) return false
    // What is filled in belongs to the page; without its form only its looks would be left, or nothing.
    if (source.catalog.getAcroForm()) source.getForm().flatten({ updateFieldAppearances: true })
    const copied = await doc.copyPages(source, [...kept])
    for (const [index, page] of copied.entries()) {
      page.setRotation(degrees(page.getRotation().angle + 90 * (turns[kept[index] ?? 0] ?? 0)))
      doc.addPage(page)
    }
    return true
  } catch {
    while (doc.getPageCount() > before) doc.removePage(doc.getPageCount() - 1)
    return false
  }
}

async function asPictures(doc: PDFDocument, reader: PdfReader, kept: readonly number[], { turns }: Edits, step: Step) {
  for (const page of kept) {
    const { width, height } = await reader.size(page)
    const canvas = await reader.draw(page, (step.dpi ?? pictureDpi) / 72)
    const image = await doc.embedJpg(await asJpeg(canvas, step.quality))
    if (!(width > 0 && height > 0)) throw new EvidenceFault('damaged')
    const made = doc.addPage([width, height])
    made.drawImage(image, { x: 0, y: 0, width, height })
    made.setRotation(degrees(90 * (turns[page] ?? 0)))
  }
}
