import { strictModule } from './unsupported.ts'

/** Electron's `NativeImage`, for a picture that is a PNG already. */
export const imageFromPng = (png: Buffer) =>
  strictModule('nativeImage', {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    isEmpty: () => png.length === 0,
    // Width and height are the first fields of a PNG's first chunk.
    getSize: () => (png.length === 0 ? { width: 0, height: 0 } : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  })
