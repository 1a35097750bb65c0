import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { SourceEdits, SourceKind } from '#shared/domain/evidence.ts'
import { EvidenceFault, faultOf } from './fault.ts'
import { isImage } from './images.ts'
import { checkPages } from './limits.ts'
import { readMail } from './mail.ts'
import { mailText } from './mail-text.ts'
import { nameAbove } from './paper.ts'
import { addPdf } from './pdf-pages.ts'
import { addPhoto } from './photo-pages.ts'
import type { PageWords } from './protocol.ts'
import { steps, untouched, type Step } from './steps.ts'
import { addText, textOf } from './text-pages.ts'
import { addTiff } from './tiff-pages.ts'

export interface Piece {
  name: string
  kind: SourceKind
  bytes: Uint8Array<ArrayBuffer>
  edits: SourceEdits
}

export interface PutTogether {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  step: number
  pictured: string[]
}

/** Adds the pages of one file; answers whether they are pictures of it. */
export async function addPiece(doc: PDFDocument, { kind, bytes, edits }: Piece, step: Step, words: PageWords): Promise<boolean> {
  if (isImage(kind)) {
    if (!edits.left.includes(0)) await addPhoto(doc, { bytes, kind, turn: edits.turns['0'] ?? 0 }, step)
    return false
  }
  switch (kind) {
    case 'pdf':
      return addPdf(doc, bytes, edits, step)
    case 'tiff':
      await addTiff(doc, bytes, edits, step)
      return false
    case 'eml':
    case 'msg':
      await withEdits(doc, edits, async () => addText(doc, mailText(await readMail(bytes, kind), words)))
      return false
    case 'text':
      await withEdits(doc, edits, () => addText(doc, textOf(bytes)))
      return false
    default:
      throw new EvidenceFault('damaged')
  }
}

/** Pages that are made here are made first, and turned and left out then. */
async function withEdits(doc: PDFDocument, { turns, left }: SourceEdits, add: () => Promise<void>): Promise<void> {
  const before = doc.getPageCount()
  await add()
  for (let page = doc.getPageCount() - before - 1; page >= 0; page -= 1) {
    if (left.includes(page)) doc.removePage(before + page)
    else doc.getPage(before + page).setRotation({ type: 'degrees', angle: 90 * (turns[page] ?? 0) } as never)
  }
}

/**
 * All pieces as one PDF, each page named after its file where there are several; pictures are made smaller step by step until it fits,
 * and no further.
 */
export async function putTogether(
  pieces: readonly Piece[],
  maxBytes: number,
  words: PageWords,
  onProgress: (progress: { done: number; of: number; step: number }) => void,
): Promise<PutTogether> {
  let last = 0
  for (const [index, step] of steps.entries()) {
    const made = await build(pieces, step, words, (done) => onProgress({ done, of: pieces.length, step: index }))
    if (made.bytes.length <= maxBytes) return { ...made, step: index }
    // Nothing in it gets smaller.
    if (index > 1 && made.bytes.length === last) break
    last = made.bytes.length
  }
  throw new EvidenceFault('stillTooLarge', {
    size: Math.ceil((last / 1024 / 1024) * 10) / 10,
    limit: Math.round(maxBytes / 1024 / 1024),
  })
}

async function build(pieces: readonly Piece[], step: Step, words: PageWords, onDone: (done: number) => void) {
  const doc = await PDFDocument.create()
  doc.setProducer('Balie')
  doc.setCreator('Balie')
  const font = await doc.embedFont(StandardFonts.Helvetica)
  const pictured: string[] = []
  for (const [index, piece] of pieces.entries()) {
    onDone(index)
    const before = doc.getPageCount()
    try {
      if (await addPiece(doc, piece, piece.edits.asIs ? untouched : step, words)) pictured.push(piece.name)
    } catch (error) {
      const { fault, values } = faultOf(error)
      throw new EvidenceFault(fault, { ...values, name: piece.name }, { cause: error })
    }
    const pages = doc.getPageCount() - before
    checkPages(doc.getPageCount() || 1)
    if (pieces.length === 1) continue
    for (let page = 0; page < pages; page += 1) {
      const title = [String(index + 1), piece.name, ...(pages > 1 ? [`${page + 1}/${pages}`] : [])].join('  ·  ')
      await nameAbove(doc, doc.getPage(before + page), font, title)
    }
  }
  if (doc.getPageCount() === 0) throw new EvidenceFault('nothingLeft')
  const bytes = new Uint8Array(await doc.save())
  return { bytes, pages: doc.getPageCount(), pictured }
}
