import { attachmentFormatSchema, cleanFileName, type AttachmentFormat } from '#shared/domain/attachment.ts'
import type { SourceFile } from '../storage/source-file.ts'
import { extensionsOf, recognise } from './content.ts'
import { refusal, tooLarge } from './refusal.ts'

const maxNameLength = 255

/** Enough to know a long name by, of whole characters. */
const shortened = (name: string) => Array.from(name.toWellFormed()).slice(0, 60).join('')

/**
 * The rules for a file of a dispute (specs/decisions.md, "Formats" and "File size"), cheapest first. Gives the name and
 * format it will travel under, or fails with the one reason the person can act on.
 */
export async function checkFile(file: SourceFile, maxBytes: number): Promise<{ name: string; format: AttachmentFormat }> {
  const name = cleanFileName(file.name)
  const dot = name.lastIndexOf('.')
  if (dot <= 0 || dot === name.length - 1) throw refusal('attachment.noExtension', { name })
  const extension = name.slice(dot + 1).toLowerCase()
  const format = attachmentFormatSchema.safeParse(extension)
  if (!format.success) throw refusal('attachment.format', { name, extension })
  if (name.length > maxNameLength || !name.isWellFormed())
    throw refusal('attachment.name', { name: shortened(name), max: maxNameLength })
  if (file.bytes === 0) throw refusal('attachment.empty', { name })
  if (file.bytes > maxBytes) throw tooLarge(name, file.bytes, maxBytes)
  const found = await recognise(file)
  if (found === 'password') throw refusal('attachment.password', { name })
  const accepted = extensionsOf[found] ?? []
  if (accepted.includes(format.data)) return { name, format: format.data }
  const [rightExtension] = accepted
  if (rightExtension) throw refusal('attachment.otherExtension', { name, extension, found, rightExtension })
  throw refusal('attachment.otherContent', { name, extension, found })
}
