import * as z from 'zod'
import { environmentSchema } from '#shared/domain/account-fields.ts'
import { bulkKindSchema } from '#shared/domain/kinds.ts'
import {
  bulkColumnSchema,
  bulkCountsSchema,
  bulkPlanSchema,
  bulkRunSchema,
  bulkStateSchema,
  readSettingsSchema,
  retryStateSchema,
  topRowSchema,
} from '#shared/domain/bulk.ts'
import { bulkFindingSchema } from '#shared/domain/bulk-check.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { flag, jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'

/** What the confirmation counts, of rows of one standing. */
const talliesSchema = z
  .object({
    create: z.number(),
    update: z.number(),
    delete: z.number(),
    test: z.number(),
    /** Earlier versions counted disputes that are created beside all else that is. */
    disputes: z.number().default(0),
  })
  .transform(({ disputes, ...tallies }) => ({ ...tallies, create: tallies.create + disputes }))
export type Tallies = z.infer<typeof talliesSchema>

/** What a check found. Kept, so that a large table need not be gone through again to show it. */
const reviewSchema = z.object({
  counts: bulkCountsSchema,
  findings: z.array(bulkFindingSchema),
  good: talliesSchema,
  duplicate: talliesSchema,
})
export type Review = z.infer<typeof reviewSchema>

const tableSchema = z.object({
  columns: z.array(bulkColumnSchema),
  /** The header row as it stands in the file, for writing it again; null where the file has none. */
  header: z.array(z.string()).nullable(),
  sheets: z.array(z.string()),
  /** Runs of before the header could be chosen have none. */
  top: z.array(topRowSchema).default([]),
  remarks: z.array(messageSchema),
})

const filesSchema = z.object({ from: z.enum(['folder', 'zip']), path: z.string(), name: z.string(), count: z.number() })

const rowSchema = z
  .object({
    id: z.number(),
    kind: bulkKindSchema,
    state: bulkStateSchema,
    account_id: z.string(),
    account_name: z.string(),
    environment: environmentSchema,
    scope: z.string(),
    file_name: z.string(),
    created_at: time,
    started_at: time.nullable(),
    ended_at: time.nullable(),
    row_count: z.number(),
    layout: z.string(),
    settings: jsonColumn(readSettingsSchema),
    table: jsonColumn(tableSchema),
    plan: jsonColumn(bulkPlanSchema),
    plan_from: bulkRunSchema.shape.planFrom,
    files: jsonColumn(filesSchema).nullable(),
    review: jsonColumn(reviewSchema).nullable(),
    include_duplicates: flag,
    connections: bulkRunSchema.shape.connections,
    round: z.number(),
    retries: jsonColumn(z.array(retryStateSchema)).nullable(),
    pause_reason: jsonColumn(messageSchema).nullable(),
    under_way: flag,
    undoes: z.number().nullable(),
    indexed_to: z.number(),
    discarded: flag,
  })
  .transform((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    accountId: row.account_id,
    accountName: row.account_name,
    environment: row.environment,
    /** Where its items go: they leave for no other origin (see `boundOriginOf`). */
    boundOrigin: row.scope,
    fileName: row.file_name,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    rowCount: row.row_count,
    /** What files of the same layout have in common: a plan is remembered for it. */
    layout: row.layout,
    settings: row.settings,
    table: row.table,
    plan: row.plan,
    planFrom: row.plan_from,
    files: row.files,
    review: row.review,
    includeDuplicates: row.include_duplicates,
    connections: row.connections,
    /** How often it went through the check to sending, this time included. */
    round: row.round,
    retries: row.retries,
    pauseReason: row.pause_reason,
    /** Rows of it may be `sending`: set before the first one is, and cleared when the last has its outcome. */
    underWay: row.under_way,
    undoes: row.undoes,
    /** The last `seq` of its items that can be searched for. */
    indexedTo: row.indexed_to,
    discarded: row.discarded,
  }))
const planRowSchema = z.object({ plan: jsonColumn(bulkPlanSchema) })

export type StoredRun = z.infer<typeof rowSchema>

export type NewRun = Omit<
  StoredRun,
  'id' | 'state' | 'startedAt' | 'endedAt' | 'round' | 'retries' | 'underWay' | 'indexedTo' | 'discarded'
>
/** All of a run that changes, but for its state: see `enter`. */
export type RunChange = Partial<Omit<StoredRun, 'id' | 'kind' | 'state' | 'accountId' | 'createdAt'>>

const columnOf = {
  accountName: 'account_name',
  environment: 'environment',
  boundOrigin: 'scope',
  fileName: 'file_name',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  rowCount: 'row_count',
  layout: 'layout',
  settings: 'settings',
  table: '"table"',
  plan: 'plan',
  planFrom: 'plan_from',
  files: 'files',
  review: 'review',
  includeDuplicates: 'include_duplicates',
  connections: 'connections',
  round: 'round',
  retries: 'retries',
  pauseReason: 'pause_reason',
  underWay: 'under_way',
  undoes: 'undoes',
  indexedTo: 'indexed_to',
  discarded: 'discarded',
} as const satisfies Record<keyof RunChange, string>

const toSql = (value: unknown): string | number | null =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : typeof value === 'boolean'
      ? Number(value)
      : (value as string | number | null)

/** The runs: what a person decided about a table, and how far it is. */
export function bulkRunRecords({ db, reader }: Ledger) {
  const one = db.prepare('SELECT * FROM bulk_runs WHERE id = ?')
  const all = db.prepare('SELECT * FROM bulk_runs WHERE discarded = 0 ORDER BY id DESC')
  const unfinished = db.prepare(
    'SELECT id FROM bulk_runs WHERE discarded = 1 AND EXISTS (SELECT 1 FROM bulk_pieces WHERE run_id = bulk_runs.id)',
  )
  const undoing = db.prepare('SELECT max(id) AS id FROM bulk_runs WHERE undoes = ? AND discarded = 0')
  const planOf = db.prepare('SELECT kind, layout, plan FROM bulk_plans WHERE kind = ? AND layout = ?')
  const rememberPlan = db.prepare(`
    INSERT INTO bulk_plans (kind, layout, plan, used_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (kind, layout) DO UPDATE SET plan = excluded.plan, used_at = excluded.used_at`)

  const written = (change: RunChange) =>
    (Object.keys(change) as (keyof RunChange)[]).map((key) => [columnOf[key], toSql(change[key])] as const)
  const write = (id: number, entries: readonly (readonly [string, string | number | null])[]) =>
    db
      .prepare(`UPDATE bulk_runs SET ${entries.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`)
      .run(...entries.map(([, value]) => value), id)

  return {
    get: (id: number): StoredRun | null => reader.one('bulk_runs', rowSchema, one, id),
    list: (): StoredRun[] => reader.all('bulk_runs', rowSchema, all),
    /** Where every run begins: its columns are asked for. */
    insert(run: NewRun): StoredRun {
      const { kind, accountId, createdAt, ...rest } = run
      const own = [
        ['kind', kind],
        ['state', 'columns'],
        ['account_id', accountId],
        ['created_at', createdAt],
      ] as const
      const entries = [...own, ...written(rest)]
      const insert = db.prepare(
        `INSERT INTO bulk_runs (${entries.map(([column]) => column).join(', ')})
         VALUES (${entries.map(() => '?').join(', ')}) RETURNING *`,
      )
      const made = reader.one('bulk_runs', rowSchema, insert, ...entries.map(([, value]) => value))
      if (!made) throw new TypeError('A run that was just written can not be read')
      return made
    },
    change(id: number, change: RunChange): void {
      write(id, written(change))
    },
    /** For `runStates` alone, which knows what may follow what. */
    enter(id: number, state: StoredRun['state'], change: RunChange): void {
      write(id, [['state', state], ...written(change)])
    },
    /** Runs that were thrown away while their table was not yet erased to its end, or was never whole. */
    unfinishedDiscards: (): number[] => reader.made(z.object({ id: z.number() }), unfinished).map(({ id }) => id),
    /** The newest run that deletes what this one created. */
    undoneBy: (id: number): number | null => reader.made(z.object({ id: z.number().nullable() }), undoing, id)[0]?.id ?? null,
    /** How the columns of a layout were matched the last time. */
    rememberedPlan: (kind: StoredRun['kind'], layout: string): StoredRun['plan'] | null =>
      reader.one('bulk_plans', planRowSchema, planOf, kind, layout)?.plan ?? null,
    rememberPlan(run: Pick<StoredRun, 'kind' | 'layout' | 'plan'>, at: number): void {
      rememberPlan.run(run.kind, run.layout, JSON.stringify(run.plan), at)
    },
  }
}
export type BulkRunRecords = ReturnType<typeof bulkRunRecords>
