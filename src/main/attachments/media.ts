import { latin, viewOf } from './readable.ts'

/** HEVC-coded images by ISO 23008-12. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])
const avifBrands = new Set(['avif', 'avis'])

/**
 * What a file of the media container is, by its brands; where they only say "an image", by how its items are coded.
 * @see ISO 14496-12 4.3 (ftyp), 8.11.6 (infe); ISO 23008-12 10.2 (mif1)
 */
export function mediaKind(head: Uint8Array): 'heic' | 'avif' | 'video' | 'other' {
  const length = Math.min(viewOf(head).getUint32(0), head.length)
  const brands = [latin(head.subarray(8, 12))]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(latin(head.subarray(at, at + 4)))
  if (brands.some((brand) => heicBrands.has(brand))) return 'heic'
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif'
  if (!brands.includes('mif1') && !brands.includes('msf1')) return 'video'
  const items = itemTypes(latin(head))
  if (items.includes('av01')) return 'avif'
  // A picture that names no codec this early is what nearly every such file is.
  return items.length === 0 || items.some((type) => type === 'hvc1' || type === 'lhv1') ? 'heic' : 'other'
}

/** The kinds of the coded images that a file holds; what describes them or puts them together is none of these. */
function itemTypes(head: string): string[] {
  const found = [...head.matchAll(/infe([\s\S])[\s\S]{3}/g)].map(({ index, 1: version = '' }) => {
    const at = index + 8 + (version === '\u0003' ? 6 : 4)
    return head.slice(at, at + 4)
  })
  return found.filter((type) => ['hvc1', 'lhv1', 'av01', 'avc1', 'jpeg', 'j2k1', 'vvc1', 'evc1', 'unci'].includes(type))
}
