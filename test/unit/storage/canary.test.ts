import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bulkDesk, disputeTable, noteRow, noteTable } from '#test/support/bulk-desk.ts'
import { found, hitsIn } from '#test/support/canary.ts'
import { settled } from '#test/support/fake-clock.ts'
import { unsealedBytes } from '#test/support/ledger-file.ts'

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
