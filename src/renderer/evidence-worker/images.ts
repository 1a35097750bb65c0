import type { SourceKind } from '#shared/domain/evidence.ts'
import { EvidenceFault, faultOf } from './fault.ts'
import { decodeHeic } from './heic.ts'
import { sizeInHeader } from './image-size.ts'
import { checkPixels } from './limits.ts'

const types = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  avif: 'image/avif',
} as const

/** One page that is a picture. */
export type ImageKind = keyof typeof types | 'heic'
export const isImage = (kind: SourceKind): kind is ImageKind => kind === 'heic' || kind in types

/** A picture as a person sees it, turned upright by what its camera noted. Chromium's own decoders, and one for HEIC. */
export async function decodeImage(bytes: Uint8Array<ArrayBuffer>, kind: ImageKind): Promise<ImageBitmap> {
  const size = sizeInHeader(bytes, kind)
  if (size) checkPixels(size.width, size.height)
  const bitmap = await (kind === 'heic' ? decodeHeic(bytes) : createImageBitmap(new Blob([bytes], { type: types[kind] }))).catch(
    (error: unknown) => {
      throw faultOf(error)
    },
  )
  checkPixels(bitmap.width, bitmap.height)
  return bitmap
}

/** A drawing board, white as paper: a transparent picture is printed on white too. */
export function board(width: number, height: number): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const context = canvas.getContext('2d')
  if (!context) throw new EvidenceFault('tooManyPixels', { width, height })
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

/** A picture no larger than so many pixels on its longer side. */
export function scaled(bitmap: ImageBitmap, longest: number): OffscreenCanvas {
  const factor = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const { canvas, context } = board(bitmap.width * factor, bitmap.height * factor)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** A picture as JPEG of this quality. */
export async function asJpeg(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return new Uint8Array(await blob.arrayBuffer())
}
