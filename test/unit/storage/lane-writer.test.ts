import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Batch, Claims, LaneResult } from '#main/storage/lane-batch.ts'
import { laneJournal } from '#main/storage/lane-journal.ts'
import type { LaneRow } from '#main/storage/lane-row.ts'
import { threadWriter } from '#main/storage/lane-writer.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { describe } from '#shared/vendors/index.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** A ledger with a run that is being sent, and a writer for it. */
async function staged(rows: number) {
  const file = path.join(await temporaryFolder(), 'ledger.sqlite')
  const ledger = openLedger(file)
  ledger.db.exec(`
    INSERT INTO accounts (id, settings, created_at) VALUES ('account', '{}', 0);
    INSERT INTO bulk_runs (id, kind, state, account_id, account_name, environment, scope, file_name, created_at, row_count, layout, settings,
      "table", plan, plan_from, connections) VALUES (1, 'notes', 'sending', 'account', '', 'practice', '', '', 0, ${rows}, '', '', '', '', '', 4);`)
  const insert = ledger.db.prepare(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context,
      excerpt, test, note_key, run_id, run_row)
    VALUES (?, 'note.create', 'account', '', 'practice', '', 'queued', 0, 0, ?, '', ?, '', '', 0, ?, 1, ?)`)
  for (let row = 1; row <= rows; row += 1) {
    const target = { outletID: '1', saleID: String(row), paymentMethodCode: 'IDE', test: false } as const
    const payload = { kind: 'note', action: 'create', target, text: 'Hoi' } as const
    const { subject, noteKey } = describe(payload, '')
    insert.run(`row-${row}`, JSON.stringify(payload), subject, noteKey, row)
  }
  const writer = threadWriter(file, null, { runId: 1, accountId: 'account' }, null)
  onTestFinished(async () => {
    await writer.close()
    ledger.close()
  })
  const settleAndClaim = (batch: Partial<Batch>): Promise<Claims> =>
    writer.settleAndClaim({ at: 1, results: [], reads: [], repeats: [], want: 0, underWay: [], lookAgain: false, ...batch })
  const count = (sql: string) => (ledger.db.prepare(`SELECT count(*) AS count FROM ${sql}`).get() as { count: number }).count
  return { settleAndClaim, count, ledger }
}

const sentAs = ({ seq, id, noteKey, attemptCount }: LaneRow): LaneResult => ({
  seq,
  id,
  noteKey,
  startedAt: 1,
  finished: {
    number: attemptCount,
    endedAt: 2,
    progress: 'answered',
    request: { method: 'POST', host: '', bodyBytes: 1 },
    status: 200,
    answer: null,
    stateAfter: 'sent',
    reason: { id: 'outcome.noteDone' },
  },
  change: { state: 'sent', at: 2, reason: null },
})

test('a claimed row is `sending` in the ledger by the time it is told', async () => {
  const { settleAndClaim, count } = await staged(5)
  const { rows, rest } = await settleAndClaim({ want: 2 })
  expect(rows.map(({ runRow }) => runRow)).toEqual([1, 2])
  expect(rest).toBe('more')
  expect(count(`submissions WHERE state = 'sending' AND run_row IN (1, 2)`)).toBe(2)
  expect(count(`submissions WHERE state = 'sending'`)).toBe(2)
})

test('what came of a row is written once, however often it is given', async () => {
  const { settleAndClaim, count } = await staged(3)
  const { rows } = await settleAndClaim({ want: 2 })
  await settleAndClaim({ results: rows.map(sentAs) })
  await settleAndClaim({ results: rows.map(sentAs), want: 3 })
  expect(count(`submissions WHERE state = 'sent'`)).toBe(2)
  expect(count('attempts')).toBe(2)
  expect(count(`submissions WHERE state = 'sending' AND attempt_count = 1`)).toBe(1)
})

test('a run that is no longer sending gives no row', async () => {
  const { settleAndClaim, count, ledger } = await staged(3)
  ledger.db.exec(`UPDATE bulk_runs SET state = 'paused'`)
  await expect(settleAndClaim({ want: 3 })).resolves.toMatchObject({ rows: [], rest: 'halted' })
  expect(count(`submissions WHERE state = 'queued'`)).toBe(3)
})

test('a ledger that refuses a batch keeps none of it, and takes the next', async () => {
  const { settleAndClaim, count, ledger } = await staged(3)
  const { rows } = await settleAndClaim({ want: 2 })
  ledger.db.exec('ALTER TABLE attempts RENAME TO gone')
  await expect(settleAndClaim({ results: rows.map(sentAs), want: 1 })).rejects.toThrow('attempts')
  ledger.db.exec('ALTER TABLE gone RENAME TO attempts')
  expect(count(`submissions WHERE state = 'sending'`)).toBe(2)
  await settleAndClaim({ results: rows.map(sentAs) })
  expect(count(`submissions WHERE state = 'sent'`)).toBe(2)
})

test('a ledger that is not there is told to who asks, and nothing is left running', async () => {
  const target = { runId: 1, accountId: 'account' }
  const writer = threadWriter(path.join(await temporaryFolder(), 'no', 'ledger.sqlite'), null, target, null)
  const batch: Batch = { at: 1, results: [], reads: [], repeats: [], want: 1, underWay: [], lookAgain: false }
  await expect(writer.settleAndClaim(batch)).rejects.toThrow('annot open database')
  await expect(writer.settleAndClaim(batch)).rejects.toThrow('annot open database')
  await writer.close()
})

test('rows claimed by a thread that ended before it could tell are taken back by the next', async () => {
  const { settleAndClaim, count, ledger } = await staged(4)
  const { rows } = await settleAndClaim({ want: 1 })
  await settleAndClaim({ want: 2 })
  const next = laneJournal(ledger, { runId: 1, accountId: 'account' })
  next.doubt()
  const underWay = rows.map(({ seq }) => seq)
  const { rows: again } = next.settleAndClaim({ at: 1, results: [], reads: [], repeats: [], want: 2, underWay, lookAgain: false })
  expect(again.map(({ runRow, attemptCount }) => [runRow, attemptCount])).toEqual([
    [2, 1],
    [3, 1],
  ])
  expect(count(`submissions WHERE state = 'sending'`)).toBe(3)
})
