import type { Turn } from '#shared/domain/evidence.ts'

const turns: Record<number, Turn> = { 1: 0, 6: 1, 3: 2, 8: 3 }

/**
 * How a JPEG has to be turned to stand upright, by what its camera noted; null where it is mirrored too, which only drawing anew
 * undoes.
 * @see Exif 2.32, 4.6.4 (tag 0x0112)
 */
export function exifTurn(bytes: Uint8Array): Turn | null {
  const orientation = orientationOf(bytes)
  return orientation === null ? 0 : (turns[orientation] ?? null)
}

function orientationOf(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2)) {
      if (view.getUint8(at + 1) !== 0xe1 || view.getUint32(at + 4) !== 0x45_78_69_66) continue
      const tiff = at + 10
      const little = view.getUint16(tiff) === 0x49_49
      const directory = tiff + view.getUint32(tiff + 4, little)
      const count = view.getUint16(directory, little)
      for (let entry = 0; entry < count; entry += 1) {
        const place = directory + 2 + entry * 12
        if (view.getUint16(place, little) === 0x01_12) return view.getUint16(place + 8, little)
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}
