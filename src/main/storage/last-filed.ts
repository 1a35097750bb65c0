import * as z from 'zod'
import { payloadSchema, type Payload } from '#shared/vendors/index.ts'
import { jsonColumn } from './columns.ts'
import type { Ledger } from './ledger.ts'

/** So many are looked at: what was taken back or erased stands before what was filed, and never without end. */
const lookedAt = 50
const itemSchema = z.object({ payload: jsonColumn(payloadSchema) })

/** What a person filed last for an account, one by one; null where there is none, or nothing is kept of it. */
export function lastFiled({ db, reader }: Ledger): (accountId: string) => Payload | null {
  const newest = db.prepare(`
    SELECT * FROM (SELECT * FROM submissions INDEXED BY submissions_single WHERE account_id = ? AND run_id IS NULL
      ORDER BY seq DESC LIMIT ${lookedAt})
    WHERE state <> 'withdrawn' AND text_gone_at IS NULL ORDER BY seq DESC LIMIT 1`)
  return (accountId) => reader.all('submissions', itemSchema, newest, accountId)[0]?.payload ?? null
}
