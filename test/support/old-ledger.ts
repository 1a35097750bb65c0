import type { Database } from '#main/storage/database.ts'
import { runMigrations } from '#main/storage/migrations/index.ts'
import { testAccount } from './desk.ts'

/** When everything in it was made. */
export const oldLedgerAt = Date.UTC(2026, 10, 20, 9)

const scopes = { billink: 'https://api.billink.nl', digiwallet: 'https://api.digiwallet.nl' }
const text = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`)
const json = (value: unknown) => text(JSON.stringify(value))

const disputeOf = (invoice: string) => ({
  invoice,
  customerName: 'Zoë d’Arc',
  customerEmail: 'zoe@example.nl',
  category: 'niet-ontvangen',
  locale: 'nl',
  message: `Het pakket van ${invoice} kwam niet aan.`,
})
const noteFields = (saleID: string) => ({
  action: 'create',
  outletID: '12345',
  saleID,
  paymentMethodCode: 'IDE',
  text: 'O’Brien belde 💶',
  test: null,
})

interface Item {
  id: string
  state: string
  about: string
  attachmentId?: string
  run?: number
}

function itemSql({ id, state, about, attachmentId, run }: Item): string {
  const isDispute = attachmentId !== undefined
  const vendor = isDispute ? 'billink' : 'digiwallet'
  const target = { outletID: '12345', saleID: about, paymentMethodCode: 'IDE', test: false }
  const payload = isDispute
    ? { kind: 'dispute', dispute: disputeOf(about) }
    : { kind: 'note', action: 'create', target, text: 'O’Brien belde 💶' }
  const typed = isDispute ? { kind: 'dispute', fields: disputeOf(about) } : { kind: 'note', fields: noteFields(about) }
  const key = isDispute ? null : JSON.stringify([scopes[vendor], '12345', about, 'IDE', false])
  const columns = {
    id: text(id),
    kind: text(isDispute ? 'dispute.create' : 'note.create'),
    account_id: text(vendor),
    account_name: text('Winkel'),
    environment: text('production'),
    scope: text(scopes[vendor]),
    state: text(state),
    state_at: oldLedgerAt,
    created_at: oldLedgerAt,
    payload: json(payload),
    typed: run === undefined ? json(typed) : text(''),
    attachment_id: text(attachmentId ?? null),
    subject: text(about),
    context: text(isDispute ? 'Zoë d’Arc · zoe@example.nl' : '12345 · IDE'),
    excerpt: text(isDispute ? `Het pakket van ${about} kwam niet aan.` : 'O’Brien belde 💶'),
    test: 0,
    note_key: text(key),
    attempt_count: ['unknown', 'sent', 'sending'].includes(state) ? 1 : 0,
    uncertain: state === 'unknown' ? 1 : 0,
    vendor_number: text(state === 'sent' ? '881' : null),
    ...(run === undefined ? {} : { run_id: 1, run_row: run }),
  }
  return `INSERT INTO submissions (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')});`
}

const accountSql = (kind: 'billink' | 'digiwallet') =>
  `INSERT INTO accounts (id, settings, created_at) VALUES ('${kind}', ${json(testAccount(kind, kind).settings)}, ${oldLedgerAt});`
const fileSql = (id: string) =>
  `INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at) VALUES ('${id}', 'bon ${id}.pdf', 'pdf', 3, '${'0'.repeat(64)}', 0, ${oldLedgerAt});`
const draftSql = (id: string, kind: string, fields: unknown, fileId: string | null) => `
  INSERT INTO drafts (id, kind, account_id, fields, attachment_id, revision, created_at, updated_at)
    VALUES ('${id}', '${kind}', '${kind === 'note' ? 'digiwallet' : 'billink'}', ${json(fields)}, ${text(fileId)}, 3, ${oldLedgerAt}, ${oldLedgerAt});`
const tried = (id: string, stateAfter: string) => `
  INSERT INTO attempts (submission_id, number, started_at, ended_at, progress, method, host, body_bytes, status, answer, state_after)
    VALUES ('${id}', 1, ${oldLedgerAt}, ${oldLedgerAt}, 'request-sent', 'POST', 'api.example', 120, NULL, NULL, '${stateAfter}');`

/** One of each: what waits, what is under way, what came of items, and what a person said of them. */
const singles = [
  accountSql('billink'),
  accountSql('digiwallet'),
  fileSql('of-draft'),
  fileSql('of-item'),
  draftSql('draft', 'note', noteFields('7001'), null),
  draftSql('draft-with-file', 'dispute', disputeOf('F-0007'), 'of-draft'),
  itemSql({ id: 'waits', state: 'queued', about: 'F-0001', attachmentId: 'of-item' }),
  itemSql({ id: 'unknown', state: 'unknown', about: '7002' }),
  itemSql({ id: 'under-way', state: 'sending', about: '7003' }),
  itemSql({ id: 'sent', state: 'sent', about: '7004' }),
  itemSql({ id: 'refused', state: 'rejected', about: '7005' }),
  itemSql({ id: 'held', state: 'held', about: '7006' }),
  tried('unknown', 'unknown'),
  tried('sent', 'sent'),
  `INSERT INTO decisions (submission_id, at, decision, detail) VALUES ('sent', ${oldLedgerAt}, 'arrived', '881');`,
  `INSERT INTO submission_search (rowid, text) SELECT seq, subject || ' ' || context || ' ' || excerpt FROM submissions;`,
]

const table = { columns: [{ index: 0, name: 'Verkoop', samples: ['8001'] }], header: ['Verkoop'], sheets: [], remarks: [] }
const plan = { sources: { saleID: { from: 'column', column: 0 }, outletID: { from: 'fixed', value: '12345' } } }
const settings = { format: 'csv', encoding: 'utf-8', delimiter: ';', header: true }

/** A run that was paused with rows of every fate, and its table. */
const runs = [
  `INSERT INTO bulk_runs (kind, state, account_id, account_name, environment, scope, file_name, created_at, started_at,
     row_count, layout, settings, "table", plan, plan_from, connections)
   VALUES ('notes', 'paused', 'digiwallet', 'Winkel', 'production', '${scopes.digiwallet}', 'verkopen.csv', ${oldLedgerAt},
     ${oldLedgerAt}, 4, 'verkoop', ${json(settings)}, ${json(table)}, ${json(plan)}, 'person', 8);`,
  `INSERT INTO bulk_pieces (run_id, first_row, rows)
   VALUES (1, 2, ${json([2, 3, 4, 5].map((row) => ({ row, cells: [`${8000 + row}`] })))});`,
  `INSERT INTO bulk_marks (run_id, row, standing, detail) VALUES (1, 5, 'skipped', NULL);`,
  `INSERT INTO bulk_edits (run_id, row, field, value) VALUES (1, 3, 'text', 'O’Brien belde 💶');`,
  `INSERT INTO bulk_plans (kind, layout, plan, used_at) VALUES ('notes', 'verkoop', ${json(plan)}, ${oldLedgerAt});`,
  itemSql({ id: 'row-sent', state: 'sent', about: '8002', run: 2 }),
  itemSql({ id: 'row-waits', state: 'queued', about: '8003', run: 3 }),
  itemSql({ id: 'row-unknown', state: 'unknown', about: '8004', run: 4 }),
]

/** It was opened and closed once. */
const opened = [
  `UPDATE ledger_identity SET generation = 2, mark = 'closed', clean = 1, commits = 9, claims = 5;`,
  `INSERT INTO ledger_generations (generation, mark, at, event) VALUES (1, 'opened', ${oldLedgerAt}, 'opened'), (2, 'closed', ${oldLedgerAt}, 'closed');`,
]

const damagedDraft = [
  draftSql('damaged', 'note', { nothing: 'of a note' }, null),
  `INSERT INTO set_aside (source, key, found_at, rules, put_away_at) VALUES ('drafts', 'damaged', ${oldLedgerAt}, '["fields: json"]', ${oldLedgerAt});`,
]

/** What a try had read before its change left. */
const read = [
  `INSERT INTO attempt_reads (submission_id, number, read_at, found, meant, idempotency_key)
   VALUES ('unknown', 1, ${oldLedgerAt}, '{"order_id":12345678901234567890}', '{"note":"O’Brien belde 💶"}', 'sleutel');`,
]

/** What people could have from each version on, beside all that they could have before it. */
const additions: Readonly<Record<number, readonly string[]>> = { 1: singles, 2: runs, 3: opened, 5: damagedDraft, 8: read }

/** Makes the ledger that a Balie of this version left, with something in each of its tables. */
export function makeOldLedger(db: Database, version: number): void {
  for (let made = 1; made <= version; made += 1) {
    runMigrations(db, made - 1, made)
    for (const addition of additions[made] ?? []) db.exec(addition)
  }
}

/** Tables that say who the ledger is, and those in which the search index keeps its own. */
const isOwn = (name: string) => name.startsWith('ledger_') || name.startsWith('submission_search') || name.startsWith('sqlite_')

/** Everything that people have in a ledger, by table: each row with its columns. */
export function contentOf(db: Database): Map<string, Record<string, unknown>[]> {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  return new Map(
    names
      .map(({ name }) => String(name))
      .filter((name) => !isOwn(name))
      .map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]),
  )
}

/** What of the content of before is no longer there as it was; columns that came later do not count. */
export function missingFrom(after: ReturnType<typeof contentOf>, before: ReturnType<typeof contentOf>): string[] {
  return [...before].flatMap(([name, rows]) => {
    const columns = Object.keys(rows[0] ?? {})
    const same = (row: Record<string, unknown>) => JSON.stringify(columns.map((column) => row[column] ?? null))
    const there = new Set((after.get(name) ?? []).map(same))
    return rows.filter((row) => !there.has(same(row))).map((row) => `${name}: ${same(row).slice(0, 100)}`)
  })
}
