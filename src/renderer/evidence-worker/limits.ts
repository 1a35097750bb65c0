import { EvidenceFault } from './fault.ts'

/** SECURITY: a small file can claim any size; what claims more than a camera or scanner makes is refused before it is decoded. */
export const maxPixels = 120_000_000
const maxSide = 32_000
/** Of one file, and of all together. */
export const maxPages = 500
export const maxTextLength = 200_000

export function checkPixels(width: number, height: number): void {
  if (width > maxSide || height > maxSide || width * height > maxPixels)
    throw new EvidenceFault('tooManyPixels', { width, height })
  if (!(width >= 1 && height >= 1)) throw new EvidenceFault('damaged')
}

export function checkPages(count: number): void {
  if (count > maxPages) throw new EvidenceFault('tooManyPages', { count, max: maxPages })
  if (!(count >= 1)) throw new EvidenceFault('damaged')
}
