import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/no-unassigned-import -- the reader's other half registers in this very worker: the job and all it started die together
import 'pdfjs-dist/build/pdf.worker.mjs'
import { EvidenceFault } from './fault.ts'
import { board } from './images.ts'
import { checkPages } from './limits.ts'

const maxDrawnPixels = 16_000_000

/** Where the reader's decoders and letters lie that a page may need. */
const folder = new URL('./pdfjs/', self.location.href).href

class BoardFactory {
  create(width: number, height: number) {
    return board(width, height)
  }

  reset(drawing: { canvas: OffscreenCanvas }, width: number, height: number) {
    drawing.canvas.width = width
    drawing.canvas.height = height
  }

  destroy(drawing: { canvas: OffscreenCanvas }) {
    drawing.canvas.width = 0
    drawing.canvas.height = 0
  }
}

/** What would need a page around it; a PDF is shown without such effects. */
class NoFilters {
  addFilter = () => 'none'
  addHCMFilter = () => 'none'
  addAlphaFilter = () => 'none'
  addLuminosityFilter = () => 'none'
  addKnockoutFilter = () => 'none'
  addHighlightHCMFilter = () => 'none'
  createSelectionStyle = () => undefined
  destroy = () => undefined
}

class Letters {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'standardFontDataUrl') throw new Error(`No ${kind}`)
    const response = await fetch(`${folder}${filename}`)
    if (!response.ok) throw new Error(`No ${filename}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

export interface PdfReader {
  pages: number
  /** In points, as the page is seen. */
  size(page: number): Promise<{ width: number; height: number }>
  draw(page: number, scale: number): Promise<OffscreenCanvas>
  close(): Promise<void>
}

/** Reads a PDF as a person sees it. SECURITY: nothing in it runs: no scripts, no forms, no links, and no code made from its text. */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfReader> {
  const task = getDocument({
    data: bytes.slice(),
    // A worker has letters and no document; the reader asks one for the other.
    ownerDocument: { fonts: (self as unknown as { fonts: FontFaceSet }).fonts },
    CanvasFactory: BoardFactory,
    FilterFactory: NoFilters,
    BinaryDataFactory: Letters,
    useWorkerFetch: false,
    useWasm: false,
    wasmUrl: folder,
    standardFontDataUrl: folder,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 120_000_000,
    verbosity: 0,
  } as unknown as Parameters<typeof getDocument>[0])
  const document = await task.promise.catch((error: unknown) => {
    throw new EvidenceFault(error instanceof PasswordException ? 'password' : 'damaged')
  })
  checkPages(document.numPages)
  const pageOf = async (index: number) => {
    try {
      return await document.getPage(index + 1)
    } catch {
      throw new EvidenceFault('damaged')
    }
  }
  return {
    pages: document.numPages,
    async size(index) {
      const { width, height } = (await pageOf(index)).getViewport({ scale: 1 })
      return { width, height }
    },
    draw: (index, scale) => drawPage(pageOf, index, scale),
    async close() {
      await task.destroy()
    },
  }
}

async function drawPage(
  pageOf: (index: number) => ReturnType<PDFDocumentProxy['getPage']>,
  index: number,
  scale: number,
): Promise<OffscreenCanvas> {
  const page = await pageOf(index)
  const whole = page.getViewport({ scale: 1 })
  const fits = Math.sqrt(maxDrawnPixels / Math.max(1, whole.width * whole.height))
  const viewport = page.getViewport({ scale: Math.min(scale, fits) })
  const { canvas, context } = board(viewport.width, viewport.height)
  try {
    await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
  } catch {
    throw new EvidenceFault('damaged')
  }
  page.cleanup()
  return canvas
}
