import * as z from 'zod'
import { kindSchema } from '#shared/domain/kinds.ts'
import { templateFieldsSchema, type Template, type TemplateFields } from '#shared/domain/template.ts'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'

const iso = (at: number) => new Date(at).toISOString()
const rowSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    fields: jsonColumn(templateFieldsSchema),
    revision: z.number(),
    used: z.number().min(0),
    used_at: time.nullable(),
    created_at: time,
    updated_at: time,
  })
  .transform(({ used_at: usedAt, created_at: createdAt, updated_at: updatedAt, ...row }): Template => ({
    ...row,
    usedAt: usedAt === null ? null : iso(usedAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  }))

/** Texts that a clerk writes again and again. One that another version wrote in another way is set aside. */
export function templateRecords({ db, reader }: Ledger) {
  const all = db.prepare('SELECT * FROM templates ORDER BY used DESC, used_at DESC, created_at, id')
  const one = db.prepare('SELECT * FROM templates WHERE id = ?')
  const insert = db.prepare(`
    INSERT OR IGNORE INTO templates (id, kind, fields, revision, used, used_at, created_at, updated_at)
    VALUES (:id, :kind, :fields, :revision, :used, :usedAt, :createdAt, :updatedAt)`)
  const save = db.prepare(`
    UPDATE templates SET fields = :fields, revision = :revision, updated_at = :at WHERE id = :id AND revision < :revision`)
  const use = db.prepare('UPDATE templates SET used = used + 1, used_at = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM templates WHERE id = ?')
  const ms = (at: string) => Date.parse(at)
  return {
    list: (): Template[] => reader.all('templates', rowSchema, all),
    get: (id: string): Template | null => reader.one('templates', rowSchema, one, id),
    /** As it is given; one that is there already stays as it is. */
    insert({ id, kind, fields, revision, used, usedAt, createdAt, updatedAt }: Template): void {
      insert.run({
        id,
        kind,
        fields: JSON.stringify(fields),
        revision,
        used,
        usedAt: usedAt === null ? null : ms(usedAt),
        createdAt: ms(createdAt),
        updatedAt: ms(updatedAt),
      })
    },
    /** Changes nothing where the stored revision is newer. */
    save: (id: string, revision: number, fields: TemplateFields, at: number): boolean =>
      save.run({ id, revision, fields: JSON.stringify(fields), at }).changes === 1,
    use: (id: string, at: number): boolean => use.run(at, id).changes === 1,
    remove: (id: string): boolean => remove.run(id).changes === 1,
  }
}
export type TemplateRecords = ReturnType<typeof templateRecords>
