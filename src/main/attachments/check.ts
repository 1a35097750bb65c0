import { attachmentFormatSchema, type AttachmentDoubt, type AttachmentFormat } from '#shared/domain/attachment.ts'
import type { AppFailure } from '../ipc/failure.ts'
import type { SourceFile } from '../storage/source-file.ts'
import { doubtOf, extensionsOf, isWebpage, recognise } from './content.ts'
import { refusal, tooLarge } from './refusal.ts'

/** A file that may go with a dispute. */
export interface CheckedFile {
  name: string
  format: AttachmentFormat
  /** Why it may not open at the vendor; it may go all the same. */
  doubt: AttachmentDoubt | null
}

/**
 * The rules for a file of a dispute (specs/decisions.md, "Formats" and "File size"), cheapest first. Gives the name and
 * format it will travel under, or fails with the one reason the person can act on.
 */
export async function checkFile(file: SourceFile, maxBytes: number): Promise<CheckedFile> {
  const { name } = file
  const dot = name.lastIndexOf('.')
  const extension = dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
  const format = attachmentFormatSchema.safeParse(extension)
  if (!format.success) throw await misnamed(file, name, extension)
  if (file.bytes === 0) throw refusal('attachment.empty', { name })
  if (file.bytes > maxBytes) throw tooLarge(name, file.bytes, maxBytes)
  const found = await recognise(file)
  if (found === 'password' || found === 'cutOff') throw refusal(`attachment.${found}`, { name })
  const accepted = extensionsOf[found] ?? []
  if (accepted.includes(format.data)) return { name, format: format.data, doubt: await doubtOf(file, found) }
  // Word opens it when it is asked to; others may not.
  if (found === 'otherWord' && format.data === 'docx') return { name, format: 'docx', doubt: 'otherWord' }
  const [rightExtension] = accepted
  if (rightExtension) throw refusal('attachment.otherExtension', { name, extension, found, rightExtension })
  const other = found === 'other' && (await isWebpage(file)) ? 'webpage' : found
  throw refusal('attachment.otherContent', { name, extension, found: other })
}

/** A name that says nothing, or what the vendor does not take: the content may be right, as that of a `.jfif` is. */
async function misnamed(file: SourceFile, name: string, extension: string): Promise<AppFailure> {
  const found = await recognise(file)
  const rightExtension = extensionsOf[found]?.[0]
  if (extension === '') {
    return rightExtension
      ? refusal('attachment.noExtensionKnown', { name, found, rightExtension })
      : refusal('attachment.noExtension', { name })
  }
  if (!rightExtension) return refusal('attachment.format', { name, extension })
  return refusal('attachment.otherExtension', { name, extension, found, rightExtension })
}
