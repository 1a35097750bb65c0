import type { SourceKind } from '#shared/domain/evidence.ts'

export interface Size {
  width: number
  height: number
}

const latin = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))

/**
 * What a picture says of its own size, without decoding it: a picture that claims a hundred thousand pixels a side is refused before
 * memory is asked for. Null where the place is not found; then the decoder's own bounds hold.
 */
export function sizeInHeader(bytes: Uint8Array, kind: SourceKind): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readers[kind]?.(view, bytes) ?? null
  } catch (error) {
    // A read beyond the end: a file that is cut off this early.
    if (error instanceof RangeError) return null
    throw error
  }
}

type Reader = (view: DataView, bytes: Uint8Array) => Size | null

const readers: Partial<Record<SourceKind, Reader>> = {
  png: (view, bytes) => (latin(bytes, 12, 4) === 'IHDR' ? { width: view.getUint32(16), height: view.getUint32(20) } : null),
  gif: (view, bytes) =>
    latin(bytes, 0, 3) === 'GIF' ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : null,
  bmp: (view, bytes) =>
    latin(bytes, 0, 2) === 'BM' ? { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) } : null,
  jpg,
  webp,
  heic: isoMedia,
  avif: isoMedia,
}

/** The frame header, whichever way of coding it names. @see ITU T.81 B.2.2 */
function jpg(view: DataView): Size | null {
  for (let at = 2; ;) {
    const marker = view.getUint16(at)
    if (marker === 0xff_ff) at += 1
    else if (marker >= 0xff_c0 && marker <= 0xff_cf && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker < 0xff_00 || marker === 0xff_d9 || marker === 0xff_da) return null
    else at += 2 + view.getUint16(at + 2)
  }
}

/** @see RFC 9649 */
function webp(view: DataView, bytes: Uint8Array): Size | null {
  switch (latin(bytes, 12, 4)) {
    case 'VP8X':
      return {
        width: 1 + (view.getUint16(24, true) | (view.getUint8(26) << 16)),
        height: 1 + (view.getUint16(27, true) | (view.getUint8(29) << 16)),
      }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3f_ff, height: view.getUint16(28, true) & 0x3f_ff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: 1 + (bits & 0x3f_ff), height: 1 + ((bits >>> 14) & 0x3f_ff) }
    }
    default:
      return null
  }
}

/** The largest of the sizes of its items: tiles and thumbnails have theirs too. @see ISO 23008-12 6.5.3 (ispe) */
function isoMedia(view: DataView, bytes: Uint8Array): Size | null {
  let largest: Size | null = null
  const end = Math.min(bytes.length, 256 * 1024) - 16
  for (let at = 0; at < end; at += 1) {
    if (view.getUint32(at) !== 0x69_73_70_65) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}
