import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentDoubt, AttachmentFormat } from '#shared/domain/attachment.ts'
import { travelling } from '#shared/domain/evidence.ts'
import { compoundFile, isEncryptedDoc } from './compound-file.ts'
import { mediaKind } from './media.ts'
import { packageKind, zipDirectory } from './office-package.ts'
import { isCutOff, pdfLock, type PdfLock } from './pdf/index.ts'
import { lastIndexIn, latin, type Readable } from './readable.ts'

/** What a file is by its content, by the name its sentence knows it by. */
export type Content = 'png' | 'pdf' | 'jpg' | 'doc' | 'docx' | 'otherWord' | 'heic' | OtherContent
type OtherContent =
  | 'password'
  /** So little is left of it that it cannot be opened. */
  | 'cutOff'
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
  | 'bmp'
  | 'msg'
  | 'video'
  | 'other'

/** The extensions a content may travel under, of all that can be found; the first is the one to propose. */
export const extensionsOf: Partial<Record<Content, readonly AttachmentFormat[]>> = travelling

const headBytes = 64 * 1024
const tailBytes = 1024 * 1024
const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte)

/** Tells what a file is, reading little of it and decoding nothing. */
export async function recognise(file: Readable): Promise<Content> {
  const head = await file.read(0, headBytes)
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compound(file)
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return archive(file)
  if (head.length >= 12 && latin(head.subarray(4, 8)) === 'ftyp') return mediaKind(head)
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpg'
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return pdf(file)
  const type = await fileTypeFromBuffer(head)
  // Behind a byte order mark it finds a PDF as readers do.
  if (type && type.ext !== 'pdf') return named[type.ext] ?? 'other'
  // Readers accept a PDF whose header comes a little later, and scanners make them.
  return pdfHeader(head) === -1 ? 'other' : pdf(file)
}

/** Why a file of a right content may not open all the same. */
export async function doubtOf(file: Readable, content: Content): Promise<AttachmentDoubt | null> {
  const cutOff = (isCut: boolean) => (isCut ? 'cutOff' : null)
  // A picture without its last bytes is shown in part, or not at all.
  const lacks = async (mark: string) => (await lastIndexIn(file, mark, tailBytes)) === -1
  switch (content) {
    case 'pdf': {
      const header = pdfHeader(await file.read(0, headBytes))
      // Which one counts more: a locked file that is cut off too is shown to whoever opens it.
      return (await pdfLock(file, header)) === 'unsure' ? 'locked' : cutOff(await isCutOff(file, header))
    }
    case 'png':
      return cutOff(await lacks('IEND'))
    case 'jpg':
      return cutOff(await lacks('\u00ff\u00d9'))
    case 'otherWord':
      return 'otherWord'
    default:
      return null
  }
}

/** Whether a file is a page of the web, which Word and many shops save under other names. */
export async function isWebpage(file: Readable): Promise<boolean> {
  return /<!doctype html|<html[\s>]|<head[\s>]|^mime-version:/i.test(latin(await file.read(0, 1024)))
}

const pdfHeader = (head: Uint8Array) => latin(head.subarray(0, 1024)).indexOf('%PDF-')

const named: Record<string, Content> = {
  rtf: 'rtf',
  gif: 'gif',
  webp: 'webp',
  tif: 'tiff',
  bmp: 'bmp',
  mp4: 'video',
  mov: 'video',
  webm: 'video',
  mkv: 'video',
  avi: 'video',
}

const contentOfLock: Record<PdfLock, Content> = { opens: 'pdf', password: 'password', unsure: 'pdf', lost: 'cutOff' }

async function pdf(file: Readable): Promise<Content> {
  return contentOfLock[await pdfLock(file, pdfHeader(await file.read(0, headBytes)))]
}

async function compound(file: Readable): Promise<Content> {
  const { isWhole, streams } = await compoundFile(file)
  // First: a mail holds the parts of whatever is attached to it.
  if (streams.has('__properties_version1.0')) return 'msg'
  if (streams.has('EncryptedPackage')) return 'password'
  const document = streams.get('WordDocument')
  if (document) return (await isEncryptedDoc(document)) ? 'password' : 'doc'
  if (streams.has('Workbook') || streams.has('Book')) return 'excel'
  if (streams.has('PowerPoint Document')) return 'powerpoint'
  return isWhole ? 'office' : 'cutOff'
}

async function archive(file: Readable): Promise<Content> {
  const directory = await zipDirectory(file)
  if (!directory) return 'cutOff'
  const kind = await packageKind(file, directory)
  if (kind) return kind
  const names = new Set(directory.entries.map(({ name }) => name))
  return names.has('mimetype') && names.has('content.xml') ? 'opendocument' : 'zip'
}
