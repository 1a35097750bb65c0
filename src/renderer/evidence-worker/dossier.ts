import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import { isWord, type SourceKind } from '#shared/domain/evidence.ts'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import { checkPages } from './limits.ts'
import { a4, drawLine, margin, nameAbove } from './paper.ts'
import type { Block, DossierText, PageWords } from './protocol.ts'
import { addPiece } from './put-together.ts'
import { steps } from './steps.ts'
import { brokenTo } from './text-pages.ts'

export interface DossierFile {
  name: string
  kind: SourceKind
  bytes: Uint8Array<ArrayBuffer>
}

const sizes = { title: 15, heading: 11, text: 9.5, pair: 9.5 } as const
const leading = 1.4
const labelWidth = 132
const foot = 22
const room = a4.width - 2 * margin
const grey = rgb(0.82, 0.84, 0.87)

/** As readable as on a screen, and no larger than a mail carries. */
const attached = steps[2] ?? { longest: 2200, quality: 0.8, dpi: 170 }

/** Writes from the top of a page to its foot, and goes on where there is room again. */
function writer(doc: PDFDocument, regular: PDFFont, bold: PDFFont) {
  let page: PDFPage | null = null
  let y = 0
  const newPage = () => {
    page = doc.addPage([a4.width, a4.height])
    checkPages(doc.getPageCount())
    y = a4.height - margin
  }
  const lineAt = async (font: PDFFont, text: string, x: number, size: number) => {
    if (page) await drawLine(doc, page, font, { text, x, y: y - size, size })
  }
  const hasRoom = (height: number) => page !== null && y - height > margin + foot
  async function lines(font: PDFFont, all: readonly string[], size: number, x: number): Promise<void> {
    for (const line of all) {
      if (!hasRoom(size * leading)) newPage()
      await lineAt(font, line, x, size)
      y -= size * leading
    }
  }
  const rule = () => page?.drawLine({ start: { x: margin, y }, end: { x: a4.width - margin, y }, thickness: 0.6, color: grey })
  return {
    newPage,
    async write(block: Block): Promise<void> {
      const size = sizes[block.kind]
      if (block.kind === 'pair') {
        const label = brokenTo(bold, block.label, size, labelWidth - 8)
        const text = brokenTo(regular, block.text, size, room - labelWidth)
        for (let at = 0; at < Math.max(label.length, text.length); at += 1) {
          if (!hasRoom(size * leading)) newPage()
          await lineAt(bold, label[at] ?? '', margin, size)
          await lineAt(regular, text[at] ?? '', margin + labelWidth, size)
          y -= size * leading
        }
        y -= 2
        return
      }
      if (block.kind === 'text') return lines(regular, brokenTo(regular, block.text, size, room), size, margin)
      // A heading at the foot of a page would head nothing.
      if (!hasRoom(size * 5)) newPage()
      else if (block.kind === 'heading') y -= 10
      await lines(bold, brokenTo(bold, block.text, size, room), size, margin)
      rule()
      y -= 6
    },
  }
}

/** The pages of a file, made by themselves first: one that can't be shown leaves nothing behind. */
async function pagesOf({ name, kind, bytes }: DossierFile, words: PageWords): Promise<PDFDocument | null> {
  if (isWord(kind)) return null
  try {
    const part = await PDFDocument.create()
    await addPiece(part, { name, kind, bytes, edits: noEdits }, attached, words)
    // Written and read anew: what was put into it by reference is in it then.
    return await PDFDocument.load(await part.save())
  } catch {
    return null
  }
}

/**
 * A dispute file as a PDF. SECURITY: what customers wrote and vendors answered is drawn as text, and a file's pages by what decodes
 * every other: no link, script or form of theirs comes along.
 */
export async function makeDossier(
  { foot: footText, items }: DossierText,
  fileOf: (item: number) => Promise<DossierFile | null>,
  words: PageWords,
  onDone: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = await PDFDocument.create()
  doc.setProducer('Balie')
  doc.setCreator('Balie')
  const regular = await doc.embedFont(StandardFonts.Helvetica)
  const bold = await doc.embedFont(StandardFonts.HelveticaBold)
  const { newPage, write } = writer(doc, regular, bold)
  for (const [index, { blocks, file }] of items.entries()) {
    onDone(index)
    newPage()
    for (const block of blocks) await write(block)
    const given = file && (await fileOf(index))
    const part = given && (await pagesOf(given, words))
    if (file && !part) await write({ kind: 'text', text: file.notShown })
    if (!file || !part) continue
    const pages = await doc.copyPages(part, part.getPageIndices())
    for (const [at, page] of pages.entries()) {
      checkPages(doc.getPageCount() + 1)
      doc.addPage(page)
      await nameAbove(doc, page, regular, `${file.title}  ·  ${at + 1}/${pages.length}`)
    }
  }
  const all = doc.getPages()
  for (const [at, page] of all.entries()) {
    const { x, y, width } = page.getCropBox()
    const number = `${at + 1} / ${all.length}`
    const isOurs = width === a4.width && page.getRotation().angle === 0
    if (isOurs) await drawLine(doc, page, regular, { text: `${footText}  ·  ${number}`, x: x + margin, y: y + 16, size: 7.5 })
  }
  return new Uint8Array(await doc.save())
}
