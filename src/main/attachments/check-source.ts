import type { AttachmentDoubt } from '#shared/domain/attachment.ts'
import type { SourceKind } from '#shared/domain/evidence.ts'
import { maxSourceBytes } from '#shared/domain/evidence-limits.ts'
import type { SourceFile } from '../storage/source-file.ts'
import { doubtOf, extensionsOf, isWebpage, recognise, type Content } from './content.ts'
import { latin } from './readable.ts'
import { refusal, tooLarge } from './refusal.ts'

/** A file that may be part of what goes. */
export interface CheckedSource {
  name: string
  kind: SourceKind
  doubt: AttachmentDoubt | null
}

/** Pictures: whatever their names say, they are shown as what they are, so that a photo saved under another ending is no mistake. */
const pictures: Partial<Record<Content, SourceKind>> = {
  png: 'png',
  jpg: 'jpg',
  heic: 'heic',
  gif: 'gif',
  webp: 'webp',
  tiff: 'tiff',
  avif: 'avif',
  bmp: 'bmp',
}
const pictureNames = new Set('png jpg jpeg jfif jpe jif pjpeg pjp heic heif gif webp tif tiff avif bmp dib'.split(' '))

/**
 * What a file is that a person gave, or the one reason why it cannot be part of what goes. By its content: its name only has to be
 * no lie of another kind.
 */
export async function checkSource(file: SourceFile): Promise<CheckedSource> {
  const { name } = file
  const dot = name.lastIndexOf('.')
  const extension = dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
  if (file.bytes === 0) throw refusal('attachment.empty', { name })
  if (file.bytes > maxSourceBytes) throw tooLarge(name, file.bytes, maxSourceBytes)
  const found = await recognise(file)
  if (found === 'password' || found === 'cutOff') throw refusal(`attachment.${found}`, { name })
  const picture = pictures[found]
  if (picture && (pictureNames.has(extension) || extension === ''))
    return { name, kind: picture, doubt: await doubtOf(file, found) }
  const kind = await otherKind(file, found, extension)
  if (kind) return { name, kind, doubt: await doubtOf(file, found) }
  const rightExtension = extensionsOf[found]?.[0] ?? pictures[found]
  if (rightExtension) throw refusal('attachment.otherExtension', { name, extension, found, rightExtension })
  if (extension === '') throw refusal('attachment.noExtension', { name })
  if (!known.has(extension)) throw refusal('attachment.format', { name, extension })
  const other = found === 'other' && (await isWebpage(file)) ? 'webpage' : found
  throw refusal('attachment.otherContent', { name, extension, found: other })
}

/** Endings of which people expect that they go: where such a file is something else, that is what they have to know. */
const known = new Set([...pictureNames, 'pdf', 'doc', 'docx', 'eml', 'msg', 'txt'])

async function otherKind(file: SourceFile, found: Content, extension: string): Promise<SourceKind | null> {
  switch (found) {
    case 'pdf':
      return extension === 'pdf' || extension === '' ? 'pdf' : null
    case 'doc':
      return extension === 'doc' ? 'doc' : null
    case 'docx':
    case 'otherWord':
      return extension === 'docx' ? 'docx' : null
    case 'msg':
      return extension === 'msg' ? 'msg' : null
    case 'other':
      if (extension === 'eml') return (await isMail(file)) ? 'eml' : null
      return extension === 'txt' && (await isText(file)) ? 'text' : null
    default:
      return null
  }
}

const headBytes = 64 * 1024

/** Lines of `Name: value` before anything else, as RFC 5322 has them; Apple Mail and others put nothing before these. */
async function isMail(file: SourceFile): Promise<boolean> {
  return /^(?:[\ufeffï»¿\s]*)(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/.test(latin(await file.read(0, headBytes)))
}

/** No sign that a text never has. UTF-16 has its mark. */
async function isText(file: SourceFile): Promise<boolean> {
  const head = await file.read(0, headBytes)
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return isWide || !head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27)
}
