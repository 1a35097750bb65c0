import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bulkDesk, disputeTable, noteRow, noteTable } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'

const keys = ['Kanarie-Sleutel-Digiwallet-4711', 'Kanarie-Sleutel-Billink-4712', 'Kanarie-Wachtwoord-4713']
const customers = [
  'Kanarie van Vogelenzang',
  'kanarie.vogelenzang@example.nl',
  'KANARIE-FACTUUR-4714',
  'kanarieklacht over een kapotte kooi',
]

/** How a text could lie on a disk. */
const spelled = (text: string): [string, Buffer][] => {
  const bytes = Buffer.from(text)
  return [
    ['as it is', bytes],
    ['in small letters', Buffer.from(text.toLowerCase())],
    ['in capitals', Buffer.from(text.toUpperCase())],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['base64', Buffer.from(bytes.toString('base64').slice(0, -4))],
    [
      'base64, one further',
      Buffer.from(
        Buffer.concat([Buffer.from('x'), bytes])
          .toString('base64')
          .slice(4, -4),
      ),
    ],
    [
      'base64, two further',
      Buffer.from(
        Buffer.concat([Buffer.from('xx'), bytes])
          .toString('base64')
          .slice(4, -4),
      ),
    ],
    ['hexadecimal', Buffer.from(bytes.toString('hex'))],
    ['percent', Buffer.from(encodeURIComponent(text))],
  ]
}

/** Each file that has one of them, with the text and its spelling. */
function hits(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => spelled(text).map(([how, bytes]) => ({ text, how, bytes })))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const content = readFileSync(path.join(entry.parentPath, entry.name))
      const name = path.relative(folder, path.join(entry.parentPath, entry.name))
      return wanted.filter(({ bytes }) => content.includes(bytes)).map(({ text, how }) => `${name}: ${text}, ${how}`)
    })
}

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
  expect(hits(desk.folder, keys)).toEqual([])
  // The copy of a table that waits for its columns and its start with it.
  expect(readdirSync(path.join(desk.folder, 'runs'))).toEqual(['table-2.sealed'])
  expect(hits(desk.folder, customers)).toEqual([])

  // And it would be seen: it all is there for whoever has the key.
  const rows = JSON.stringify(await desk.rows(run))
  expect(rows).toContain(message)
  expect(JSON.stringify(await drafts.list({ kind: 'dispute' }))).toContain(customerName)
  expect(hits(path.dirname(import.meta.filename), ['Kanarie van Vogelenzang'])).not.toEqual([])
})
