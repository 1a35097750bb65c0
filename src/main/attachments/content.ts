import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentFormat } from '#shared/domain/attachment.ts'
import type { SourceFile } from '../storage/source-file.ts'
import { compoundNames, zipNames } from './word-files.ts'

/** What a file is by its content, by the name its sentence knows it by. */
export type Content = 'png' | 'pdf' | 'jpg' | 'doc' | 'docx' | 'heic' | OtherContent
type OtherContent =
  | 'password'
  | 'excel'
  | 'powerpoint'
  | 'office'
  | 'opendocument'
  | 'zip'
  | 'rtf'
  | 'gif'
  | 'webp'
  | 'tiff'
  | 'avif'
  | 'video'
  | 'other'

/** The extensions a content may travel under. */
export const extensionsOf: Partial<Record<Content, readonly AttachmentFormat[]>> = {
  png: ['png'],
  pdf: ['pdf'],
  jpg: ['jpg', 'jpeg'],
  doc: ['doc'],
  docx: ['docx'],
  heic: ['heic'],
}

const headBytes = 64 * 1024
const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte)
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** HEVC-coded images by ISO 23008-12; `mif1` alone may also hold an AVIF, so it needs one of these beside it. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])

/** Tells what a file is, reading little of it and unpacking or decoding nothing. */
export async function recognise(file: Pick<SourceFile, 'bytes' | 'read'>): Promise<Content> {
  const head = await file.read(0, headBytes)
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compound(await compoundNames(file))
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return archive(await zipNames(file))
  if (latin(head.subarray(4, 8)) === 'ftyp') return mediaBrand(head)
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  const type = await fileTypeFromBuffer(head)
  if (type) return named[type.ext] ?? 'other'
  // Readers accept a PDF whose header comes a little later, and scanners make them.
  return latin(head.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : 'other'
}

const named: Record<string, Content> = {
  jpg: 'jpg',
  pdf: 'pdf',
  rtf: 'rtf',
  gif: 'gif',
  webp: 'webp',
  tif: 'tiff',
  mp4: 'video',
  mov: 'video',
  webm: 'video',
  mkv: 'video',
  avi: 'video',
}

function compound(names: Set<string>): Content {
  if (names.has('EncryptedPackage')) return 'password'
  if (names.has('WordDocument')) return 'doc'
  if (names.has('Workbook') || names.has('Book')) return 'excel'
  return names.has('PowerPoint Document') ? 'powerpoint' : 'office'
}

function archive(names: string[]): Content {
  const holds = (folder: string) => names.some((name) => name.startsWith(folder))
  if (names.includes('[Content_Types].xml')) {
    if (holds('word/')) return 'docx'
    if (holds('xl/')) return 'excel'
    if (holds('ppt/')) return 'powerpoint'
  }
  return names.includes('mimetype') && names.includes('content.xml') ? 'opendocument' : 'zip'
}

function mediaBrand(head: Uint8Array): Content {
  const length = Math.min(Buffer.from(head.subarray(0, 4)).readUInt32BE(), head.length)
  const brands = [latin(head.subarray(8, 12))]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(latin(head.subarray(at, at + 4)))
  if (brands.some((brand) => heicBrands.has(brand))) return 'heic'
  return brands.some((brand) => brand === 'avif' || brand === 'avis') ? 'avif' : 'video'
}
