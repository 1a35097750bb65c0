import { createHash } from 'node:crypto'
import * as z from 'zod'
import { sourceEditsSchema } from '#shared/domain/evidence.ts'
import { maxSourceBytes, maxSources } from '#shared/domain/evidence-limits.ts'
import { rowShapeOf, typedSchema, type Typed } from '#shared/vendors/index.ts'
import type { StoredDraft } from '../../storage/draft-records.ts'
import type { StoredSource } from '../../storage/draft-source-records.ts'
import { teamItemId } from '../item-id.ts'
import type { DraftFile } from '../store.ts'

const sourceSchema = z.object({
  /** Its bytes, as the team's database has them. */
  file: z.string().max(100),
  name: z.string().max(300),
  bytes: z.number().int().min(0).max(maxSourceBytes),
  sha256: z.string().max(64),
  edits: sourceEditsSchema,
})
/** What of a draft changes hands: as it was typed, and the files that were given for it. What goes of them is put together anew. */
const contentSchema = z.object({
  typed: z.record(z.string(), z.unknown()),
  sources: z.array(sourceSchema).max(maxSources),
})
export type DraftContent = z.infer<typeof contentSchema>
export type SharedSource = DraftContent['sources'][number]

/** One file of one draft, by its bytes: who takes the draft over need not bring them again. */
const fileIdOf = (teamId: string, sha256: string) => teamItemId(teamId, sha256)

/** A draft as the team is told of it. */
export const contentOf = (
  teamId: string,
  { fields }: Pick<StoredDraft, 'fields'>,
  sources: readonly StoredSource[],
): DraftContent => ({
  typed: { ...fields },
  sources: sources.flatMap(({ fileId, name, bytes, sha256, edits }) =>
    fileId === '' ? [] : [{ file: fileIdOf(teamId, sha256), name, bytes, sha256, edits }],
  ),
})

/** By which it is known whether the team has it as it is. */
export const hashOf = (content: DraftContent, note: string): string =>
  createHash('sha256')
    .update(JSON.stringify([content, note]))
    .digest('hex')

/** What a list calls it: the number by which its item would be known. */
export function subjectOf({ kind, fields }: Typed): string {
  const name = rowShapeOf(kind).identifiers.at(-1) ?? ''
  const value = (fields as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value.trim().slice(0, 200) : ''
}

export const draftFileOf = ({ file: id, name, bytes, sha256 }: SharedSource, place: number): DraftFile => ({
  id,
  role: 'source',
  place,
  name,
  bytes,
  sha256,
})

/** SECURITY: what a database says is input like any other. Null for what this Balie does not know. */
export function readContent(kind: string, fields: unknown): { typed: Typed; sources: SharedSource[] } | null {
  const content = contentSchema.safeParse(fields)
  if (!content.success) return null
  const typed = typedSchema.safeParse({ kind, fields: content.data.typed })
  return typed.success ? { typed: typed.data, sources: content.data.sources } : null
}
