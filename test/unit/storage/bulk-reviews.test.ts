import path from 'node:path'
import { expect, test } from 'vitest'
import { bulkRunRecords } from '#main/storage/bulk-run-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

test('a check of an earlier version, which counted disputes by themselves, is read with them as what is created', async () => {
  const ledger = openLedger(path.join(await temporaryFolder(), 'ledger.sqlite'))
  const none = { create: 0, update: 0, delete: 0, disputes: 0, test: 0 }
  const counts = { good: 3, faulty: 0, duplicate: 1, skipped: 0 }
  const review = { counts, findings: [], good: { ...none, disputes: 3 }, duplicate: { ...none, disputes: 1 } }
  ledger.db.exec(`INSERT INTO accounts (id, settings, created_at) VALUES ('account', '{}', 0)`)
  ledger.db
    .prepare(
      `INSERT INTO bulk_runs (id, kind, state, account_id, account_name, environment, scope, file_name, created_at, row_count, layout, settings,
        "table", plan, plan_from, connections, review) VALUES (1, 'disputes', 'checked', 'account', '', 'practice', 'practice', '', 0, 4, '',
        '{"format":"csv","encoding":"utf-8","delimiter":";","header":true}', '{"columns":[],"header":null,"sheets":[],"remarks":[]}',
        '{"sources":{}}', 'person', 4, ?)`,
    )
    .run(JSON.stringify(review))
  expect(bulkRunRecords(ledger).get(1)?.review).toMatchObject({
    good: { create: 3, update: 0, delete: 0, test: 0 },
    duplicate: { create: 1 },
  })
  ledger.close()
})
