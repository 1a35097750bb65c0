import * as z from 'zod'
import { attachmentDoubtSchema, attachmentFormatSchema, attachmentSchema, type AttachmentFormat } from './attachment.ts'
import { messageSchema } from './message.ts'

/** What a customer's file can be by its content, of all that can go with an item or be put into a PDF that does. */
export const sourceKinds = [
  'png',
  'jpg',
  'heic',
  'avif',
  'webp',
  'gif',
  'bmp',
  'tiff',
  'pdf',
  'doc',
  'docx',
  'eml',
  'msg',
  'text',
] as const
export const sourceKindSchema = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof sourceKindSchema>

/** What only Word makes pages of; everything else can be shown, and put together with others. */
export const isWord = (kind: SourceKind): boolean => kind === 'doc' || kind === 'docx'
export const isMail = (kind: SourceKind): boolean => kind === 'eml' || kind === 'msg'

/** A quarter turn clockwise, so many times. */
const turnSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Turn = z.infer<typeof turnSchema>

/** What a person did to the pages of a file: by page, counted from nought. */
export const sourceEditsSchema = z.object({
  turns: z.record(z.string().regex(/^\d{1,4}$/), turnSchema),
  left: z.array(z.number().int().min(0).max(9999)).max(2000),
  /** Never made smaller. */
  asIs: z.boolean(),
})
export type SourceEdits = z.infer<typeof sourceEditsSchema>

/** A file that a person gave for a draft, as it was given. */
export const sourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: sourceKindSchema,
  bytes: z.number().int(),
  state: z.enum(['stored', 'lost']),
  doubt: attachmentDoubtSchema.nullable(),
  edits: sourceEditsSchema,
})
export type Source = z.infer<typeof sourceSchema>

/** What a file was made of, and what became of it on the way: never silently smaller. */
export const madeSchema = z.object({
  names: z.array(z.string()),
  pages: z.number().int(),
  /** How often photos were made smaller; nought where all are as they were. */
  step: z.number().int(),
  /** What the files were together. */
  before: z.number().int(),
  /** Files whose pages went in as pictures, since they could not be taken over otherwise. */
  pictured: z.array(z.string()),
})
export type Made = z.infer<typeof madeSchema>

/**
 * A draft's files and the one that goes of them. `to-make` waits for the page to put them together; `stopped` says why that cannot
 * be: nothing goes then, rather than less than a person thinks.
 */
export const evidenceSchema = z.object({
  sources: z.array(sourceSchema),
  file: attachmentSchema.nullable(),
  state: z.enum(['none', 'as-it-is', 'made', 'to-make', 'stopped']),
  made: madeSchema.nullable(),
  stopped: messageSchema.nullable(),
  maxBytes: z.number().int(),
  /** Changes with every change of the files: what was made of others is not taken for theirs. */
  version: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

const untouched = ({ turns, left }: SourceEdits) => left.length === 0 && Object.values(turns).every((turn) => turn === 0)

/** The endings under which each content may travel; the first is the one to propose. */
export const travelling: Partial<Record<SourceKind, readonly AttachmentFormat[]>> = {
  png: ['png'],
  pdf: ['pdf'],
  jpg: ['jpg', 'jpeg'],
  doc: ['doc'],
  docx: ['docx'],
  heic: ['heic'],
}

/** The format under which a file goes byte for byte, alone and as it is; null where it has to be made into another. */
export function formatAsItIs(
  { name, kind, bytes, edits }: Pick<Source, 'name' | 'kind' | 'bytes' | 'edits'>,
  maxBytes: number,
): AttachmentFormat | null {
  const format = attachmentFormatSchema.safeParse(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
  if (!format.success || !travelling[kind]?.includes(format.data)) return null
  return bytes <= maxBytes && untouched(edits) ? format.data : null
}

/** A place from which one reader gets a file's bytes once, or to which they are brought once. */
export const streamSchema = z.object({ path: z.string() })

/** What the page needs to put a draft's files together. */
export const makingSchema = z.object({
  version: z.string(),
  maxBytes: z.number().int(),
  sources: z.array(z.object({ path: z.string(), name: z.string(), kind: sourceKindSchema, edits: sourceEditsSchema })),
  /** Where what was made is brought. */
  result: z.string(),
})
export type Making = z.infer<typeof makingSchema>
