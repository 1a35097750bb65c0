import * as z from 'zod'
import {
  colleagueSchema,
  helloSchema,
  historySchema,
  newestSchema,
  publishedSchema,
  pulseSchema,
  shownDraftSchema,
  takenDraftSchema,
  teamDraftSchema,
  teamItemSchema,
  teamOverviewSchema,
  verdictSchema,
} from './answers.ts'
import type { Row } from './postgres.ts'
import type { Caller, TeamStore } from './store.ts'

/** Puts one statement to the database. */
export type Ask = (sql: string, values: readonly unknown[]) => Promise<Row[]>

/** A database's text can't hold the character 0, which JSON can. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '\uFFFD').toWellFormed() : part,
  )

const one = <T>(schema: z.ZodType<T>, rows: Row[]): T => schema.parse(Object.values(rows[0] ?? {})[0])
const all = <T>(schema: z.ZodType<T>, rows: Row[]): T[] => z.array(schema).parse(rows)
const callerOf = ({ desk, epoch, news }: Caller) => [desk, epoch, news] as const

/**
 * The team's calls in SQL. What decides over a send goes by `write`, one after the other; what does not goes by `read`: neither
 * waits for the other. Answers are checked: a database is input like any other.
 */
export function teamCalls(write: Ask, read: Ask): TeamStore {
  return {
    hello: async (api, desk, told) => one(helloSchema, await write('SELECT team.hello($1, $2, $3)', [api, desk, json(told)])),
    pulse: async (by) => one(pulseSchema, await write('SELECT team.pulse($1, $2, $3)', callerOf(by))),
    reserve: async (by, items) =>
      all(verdictSchema, await write('SELECT * FROM team.reserve($1, $2, $3, $4)', [...callerOf(by), json(items)])),
    publish: async (by, items, upto, after = 0) =>
      one(
        publishedSchema,
        await write('SELECT team.publish($1, $2, $3, $4, $5, $6)', [...callerOf(by), json(items), after, upto]),
      ),
    newest: async (desk, items) => all(newestSchema, await read('SELECT * FROM team.newest($1, $2)', [desk, json(items)])),
    history: async ({ search, accounts, kinds, states, clerk, from, until, test, before, limit }) =>
      all(
        historySchema,
        await read('SELECT seq::text, item FROM team.history($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
          search,
          accounts,
          kinds,
          states,
          clerk,
          from,
          until,
          test,
          before,
          limit,
        ]),
      ),
    colleagues: async () => all(colleagueSchema, await read('SELECT * FROM team.colleagues()', [])),
    overview: async ({ accounts, current, earlier, earlierUntil }) =>
      one(teamOverviewSchema, await read('SELECT team.overview($1, $2, $3, $4)', [accounts, current, earlier, earlierUntil])),
    item: async (id) => one(teamItemSchema.nullable(), await read('SELECT team.item($1)', [id])),
    decide: async (by, item, word, number) =>
      one(
        z.boolean(),
        await write('SELECT team.decide($1, $2, $3, $4, $5, $6, $7)', [...callerOf(by), item.id, item.try, word, number]),
      ),
    // Nothing of a draft decides over a send: a large file keeps none waiting.
    drafts: async () => one(z.array(teamDraftSchema), await read('SELECT team.drafts()', [])),
    draft: async (id) => one(shownDraftSchema.nullable(), await read('SELECT team.draft($1)', [id])),
    putDraft: async (by, draft) =>
      one(z.boolean(), await read('SELECT team.draft_put($1, $2, $3, $4)', [...callerOf(by), json(draft)])),
    takeDraft: async (by, { id, fence }) =>
      one(takenDraftSchema.nullable(), await read('SELECT team.draft_take($1, $2, $3, $4, $5)', [...callerOf(by), id, fence])),
    putPiece: async (by, { id, fence }, file, n, bytes, isLast) =>
      one(
        z.number(),
        await read('SELECT team.file_put($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
          ...callerOf(by),
          id,
          fence,
          json(file),
          n,
          bytes === null ? null : Buffer.from(bytes),
          isLast,
        ]),
      ),
    getPiece: async (file, n) => one(z.instanceof(Uint8Array).nullable(), await read('SELECT team.file_get($1, $2)', [file, n])),
    dropFile: async (by, { id, fence }, file) =>
      one(z.boolean(), await read('SELECT team.file_drop($1, $2, $3, $4, $5, $6)', [...callerOf(by), id, fence, file])),
    goOnWithout: async (desk) => one(z.boolean(), await write('SELECT team.go_on_without($1)', [desk])),
    erase: async (id) => one(z.boolean(), await read('SELECT team.erase($1)', [id])),
    eraseDraft: async (id) => one(z.boolean(), await read('SELECT team.erase_draft($1)', [id])),
    forget: async (by, items) =>
      one(z.number(), await write('SELECT team.forget($1, $2, $3, $4)', [...callerOf(by), json(items)])),
    // It takes its time, and no send waits for it.
    sweep: async (rows) => one(z.number(), await read('SELECT team.sweep($1)', [rows])),
  }
}
