import { EvidenceFault } from './fault.ts'

/** Has a HEIC decoded by the one worker that may; it ends with the picture. */
export async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<ImageBitmap>()
  worker.addEventListener('message', ({ data }: MessageEvent<{ bitmap: ImageBitmap | null }>) => {
    if (data.bitmap) resolve(data.bitmap)
    else reject(new EvidenceFault('damaged'))
  })
  worker.addEventListener('error', () => reject(new EvidenceFault('damaged')))
  worker.postMessage(new Blob([bytes]))
  try {
    return await promise
  } finally {
    worker.terminate()
  }
}
