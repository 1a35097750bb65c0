import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tableRules } from '#main/storage/data-rules.ts'
import type { Database } from '#main/storage/database.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { personRows } from '#main/storage/person-search.ts'
import { bulkDesk, disputeTable, noteRow, noteTable } from '#test/support/bulk-desk.ts'
import { found, hitsIn } from '#test/support/canary.ts'
import { settled } from '#test/support/fake-clock.ts'
import { testLedgerKey, unsealedBytes } from '#test/support/ledger-file.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const keys = ['Kanarie-Sleutel-Digiwallet-4711', 'Kanarie-Sleutel-Billink-4712', 'Kanarie-Wachtwoord-4713']
const customers = [
  'Kanarie van Vogelenzang',
  'kanarie.vogelenzang@example.nl',
  'KANARIE-FACTUUR-4714',
  'kanarieklacht over een kapotte kooi',
]

test('on a disk that lost its power no key lies anywhere, and no customer in clear', async () => {
  const desk = await bulkDesk()
  await desk.desk.start()
  const { drafts, disputes, accounts, notes } = desk.handlers
  const billink = await desk.account('disputes')
  const digiwallet = await desk.account('notes')
  await accounts.setSecret({ accountId: digiwallet, secret: keys[0] ?? '' })
  await accounts.setSecret({ accountId: billink, secret: keys[1] ?? '' })
  await desk.keychain.write('proxy/http://proxy.lan:8080', JSON.stringify({ userName: 'jan', password: keys[2] }))

  const [customerName = '', customerEmail = '', invoice = '', message = ''] = customers
  const fields = { invoice, customerName, customerEmail, category: 'retour', locale: 'nl', message }
  const { id } = await drafts.create({ kind: 'dispute', accountId: billink, fields })
  await drafts.create({ kind: 'dispute', accountId: billink, fields })
  await disputes.submit({ draftId: id })
  const note = {
    action: 'create' as const,
    outletID: '12345',
    saleID: '7',
    paymentMethodCode: 'IDE' as const,
    text: message,
    test: false,
  }
  const noted = await drafts.create({ kind: 'note', accountId: digiwallet, fields: note })
  await notes.submit({ draftId: noted.id })
  // Once it is sent, nothing of a table is left beside the ledger.
  const run = await desk.started(noteTable(noteRow(1, { text: message }), noteRow(2, { text: customerName })))
  await desk.checked(disputeTable({ invoice }), 'disputes')
  await settled()

  // What a power cut leaves: the ledger with its log, as they are now.
  expect(hitsIn(desk.folder, keys)).toEqual([])
  // The copy of a table that waits for its columns and its start with it.
  expect(readdirSync(path.join(desk.folder, 'runs'))).toEqual(['table-2.sealed'])
  expect(hitsIn(desk.folder, customers)).toEqual([])

  // Under the seal there is no key either, and all of the customer.
  const unsealed = unsealedBytes(path.join(desk.folder, 'ledger.sqlite'))
  expect(found(unsealed, keys)).toEqual([])
  expect(customers.filter((text) => unsealed.includes(text))).toEqual(customers)

  // And it would be seen: it all is there for whoever has the key.
  const rows = JSON.stringify(await desk.rows(run))
  expect(rows).toContain(message)
  expect(JSON.stringify(await drafts.list({ kind: 'dispute' }))).toContain(customerName)
  expect(hitsIn(path.dirname(import.meta.filename), ['Kanarie van Vogelenzang'])).not.toEqual([])
})

/** What SQLite keeps for its own search is made of what is put into that. */
const isMade = (table: string) => table.startsWith('submission_search_')
const planted = Object.entries(tableRules).flatMap(([table, { person }]) =>
  isMade(table) ? [] : person.map((column) => ({ table, column, text: `Kanarie van ${table} in ${column}` })),
)

/** A row with a canary in each column of this table in which something of a customer can stand, whatever else may stand there. */
function plant(db: Database, table: string): void {
  const columns = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table)
  const values = columns.map(({ name, type }) => {
    const canary = planted.find((one) => one.table === table && one.column === name)
    return canary?.text ?? (type === 'INTEGER' ? 4_714 : 'x')
  })
  const names = columns.map(({ name }) => `"${String(name)}"`)
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...values)
}

test('what of a customer any table can hold is in clear nowhere, is there under the seal, and is searched for a person', async () => {
  const folder = await temporaryFolder()
  const ledger = openLedger(path.join(folder, 'ledger.sqlite'), testLedgerKey)
  onTestFinished(() => ledger.close())
  ledger.db.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON')
  // What the ledger does by itself with an item would be done with what is no item.
  const triggers = ledger.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) ledger.db.exec(`DROP TRIGGER ${String(name)}`)
  const tables = [...new Set(planted.map(({ table }) => table))]
  for (const table of tables) plant(ledger.db, table)

  const texts = planted.map(({ text }) => text)
  expect(hitsIn(folder, texts)).toEqual([])
  const unsealed = unsealedBytes(path.join(folder, 'ledger.sqlite'))
  expect(texts.filter((text) => !unsealed.includes(text))).toEqual([])
  const searched = new Set([...personRows(ledger)].flat().flatMap((row) => row.texts))
  const isIndex = ({ table }: { table: string }) => table === 'submission_search'
  expect(planted.filter((one) => !isIndex(one) && !searched.has(one.text))).toEqual([])
})
