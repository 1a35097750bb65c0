import * as z from 'zod'

/** The seven formats that may go with a dispute by its vendor's document, as extensions without the dot. */
export const attachmentFormats = ['png', 'pdf', 'jpg', 'jpeg', 'doc', 'docx', 'heic'] as const
export const attachmentFormatSchema = z.enum(attachmentFormats)
export type AttachmentFormat = z.infer<typeof attachmentFormatSchema>

/**
 * Why a file that may go may not open elsewhere: its end is missing, Word's own kinds are mixed up, or it is locked in a way of which
 * nobody can tell whether it asks for a password.
 */
export const attachmentDoubtSchema = z.enum(['cutOff', 'otherWord', 'locked'])
export type AttachmentDoubt = z.infer<typeof attachmentDoubtSchema>

/** Other endings of the same kinds of file: only the name has to change. */
export const otherExtensions: Readonly<Record<string, AttachmentFormat>> = {
  jfif: 'jpg',
  jpe: 'jpg',
  jif: 'jpg',
  pjpeg: 'jpg',
  pjp: 'jpg',
  heif: 'heic',
}

/** No document names a limit: above this a file is accepted with a warning; the account's limit refuses (specs/decisions.md). */
export const warnFileBytes = 3 * 1024 * 1024

/** The length of a file as base64, which is what travels. */
export const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4

/**
 * A file in the vault. `lost` keeps the text of an item whose file can no longer be read: it has to be attached again. `erased`: it
 * had been kept for long enough.
 */
export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  format: attachmentFormatSchema,
  bytes: z.number().int(),
  sha256: z.string(),
  state: z.enum(['stored', 'lost', 'erased']),
  doubt: attachmentDoubtSchema.nullable(),
  erasedAt: z.string().nullish(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** What the preload gives a page for a dropped or pasted file: a page never sees or names a path. */
export const fileTokenSchema = z.object({ token: z.string(), name: z.string(), bytes: z.number().int() })
export type FileToken = z.infer<typeof fileTokenSchema>
