import { JpegEmbedder, PDFImage, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'
import { decode, type TiffIfd } from 'tiff'
import type { SourceEdits, Turn } from '#shared/domain/evidence.ts'
import { EvidenceFault, faultOf } from './fault.ts'
import { asJpeg, board, scaled } from './images.ts'
import { checkPages, checkPixels } from './limits.ts'
import { placeImage } from './photo-pages.ts'
import type { Step } from './steps.ts'

/**
 * How many pages a TIFF has, by its chain of directories. SECURITY: one that leads back to itself has no end, and the library would
 * follow it.
 * @see TIFF 6.0 section 2
 */
export function tiffPages(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const little = view.getUint16(0) === 0x49_49
    const seen = new Set<number>()
    for (let at = view.getUint32(4, little); at !== 0;) {
      if (seen.has(at)) throw new EvidenceFault('damaged')
      seen.add(at)
      checkPages(seen.size)
      at = view.getUint32(at + 2 + 12 * view.getUint16(at, little), little)
    }
    checkPages(seen.size)
    return seen.size
  } catch (error) {
    throw faultOf(error)
  }
}

/** The pages of a TIFF, as scanners and fax machines make them. */
export async function addTiff(
  doc: PDFDocument,
  bytes: Uint8Array<ArrayBuffer>,
  { turns, left }: Pick<SourceEdits, 'turns' | 'left'>,
  step: Step,
): Promise<void> {
  const count = tiffPages(bytes)
  for (let page = 0; page < count; page += 1) {
    if (left.includes(page)) continue
    try {
      const [image, own] = await pageAsImage(doc, bytes, page, step)
      placeImage(doc, image, (((turns[page] ?? 0) + own) % 4) as Turn)
    } catch (error) {
      throw faultOf(error)
    }
  }
}

const ownTurns: Record<number, Turn> = { 3: 2, 6: 1, 8: 3 }

async function pageAsImage(
  doc: PDFDocument,
  bytes: Uint8Array<ArrayBuffer>,
  page: number,
  step: Step,
): Promise<[PDFImage, Turn]> {
  const head = ifdOf(bytes, page, true)
  checkPixels(head.width, head.height)
  const turn = ownTurns[Number(head.get('Orientation') ?? 1)] ?? 0
  const fax = faxImage(doc, bytes, head)
  if (fax) return [fax, turn]
  const { canvas } = drawn(ifdOf(bytes, page, false))
  const bitmap = canvas.transferToImageBitmap()
  const jpeg = await asJpeg(scaled(bitmap, step.longest ?? Math.max(bitmap.width, bitmap.height)), step.quality)
  bitmap.close()
  return [await doc.embedJpg(jpeg), turn]
}

function ifdOf(bytes: Uint8Array<ArrayBuffer>, page: number, ignoreImageData: boolean): TiffIfd {
  const [ifd] = decode(bytes.buffer, { ignoreImageData, pages: [page] })
  if (!ifd) throw new EvidenceFault('damaged')
  return ifd
}

/**
 * A page as fax machines code it goes into a PDF as it is, for a PDF knows that coding: nothing is decoded here. Null for others.
 * @see TIFF 6.0 section 11 (T4Options, T6Options); ISO 32000-1 7.4.6 (CCITTFaxDecode)
 */
function faxImage(doc: PDFDocument, bytes: Uint8Array<ArrayBuffer>, ifd: TiffIfd): PDFImage | null {
  const { compression } = ifd
  if (compression !== 2 && compression !== 3 && compression !== 4) return null
  const offsets = ifd.stripOffsets
  // More than one strip are images of their own; scanners write one.
  const [offset, length] = [Number(offsets[0]), Number(ifd.stripByteCounts[0])]
  if (offsets.length !== 1 || !(offset + length <= bytes.length) || Number(ifd.get('FillOrder') ?? 1) !== 1) return null
  const t4 = Number(ifd.get('T4Options') ?? 0)
  const k = compression === 4 ? -1 : compression === 3 && (t4 & 1) === 1 ? 1 : 0
  const stream = PDFRawStream.of(
    doc.context.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width: ifd.width,
      Height: ifd.height,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 1,
      Filter: 'CCITTFaxDecode',
      DecodeParms: {
        K: k,
        Columns: ifd.width,
        Rows: ifd.height,
        BlackIs1: ifd.type === 1,
        EncodedByteAlign: compression === 2,
        EndOfBlock: false,
      },
    }),
    bytes.slice(offset, offset + length),
  )
  // Of who embeds it only the measures are asked, for it is embedded already.
  const measures = Object.assign(Object.create(JpegEmbedder.prototype) as JpegEmbedder, { width: ifd.width, height: ifd.height })
  return PDFImage.of(doc.context.register(stream), doc, measures)
}

/** A decoded page on a drawing board. */
function drawn(ifd: TiffIfd): ReturnType<typeof board> {
  const { width, height, data, samplesPerPixel, bitsPerSample, palette } = ifd
  const drawing = board(width, height)
  const pixels = new ImageData(width, height)
  const inverted = ifd.type === 0
  const from = (value: number) => {
    const eight =
      bitsPerSample === 16 ? value >> 8 : bitsPerSample === 1 ? value * 255 : bitsPerSample === 32 ? value * 255 : value
    return inverted ? 255 - eight : eight
  }
  for (let index = 0; index < width * height; index += 1) {
    const at = index * samplesPerPixel
    const value = data[at] ?? 0
    const colour = palette?.[value]
    const [red, green, blue] = colour
      ? colour.map((part) => part >> 8)
      : samplesPerPixel >= 3
        ? [from(value), from(Number(data[at + 1])), from(Number(data[at + 2]))]
        : [from(value), from(value), from(value)]
    pixels.data.set([red ?? 0, green ?? 0, blue ?? 0, 255], index * 4)
  }
  drawing.context.putImageData(pixels, 0, 0)
  return drawing
}
