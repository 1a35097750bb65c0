import path from 'node:path'
import type { DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import type { NoteDraftFields } from '#shared/vendors/digiwallet/sale-note.ts'
import { expect, test } from 'vitest'
import { pdf } from '#test/support/sample-files.ts'
import { bulkDesk } from '#test/support/bulk-desk.ts'
import { openLedgerFile } from '#test/support/ledger-file.ts'

test('a draft in which nobody typed is begun in again, and is gone with the next start', async () => {
  const desk = await bulkDesk()
  const accountId = await desk.account('disputes')
  const { drafts, attachments } = desk.handlers
  const begin = async (fields = {}) => (await drafts.create({ kind: 'dispute', accountId, fields })).id
  const first = await begin()
  expect(await begin()).toBe(first)
  const kept = await begin({ category: 'retour', message: 'Terug' })
  expect(kept).not.toBe(first)
  expect(await begin({ category: 'retour', message: 'Terug' })).toBe(kept)

  // What was typed, or has a file, is one of its own.
  const fields = { invoice: 'F-1', customerName: '', customerEmail: '', category: '', locale: '', message: '' }
  await drafts.save({ kind: 'dispute', id: first, revision: 2, fields })
  const second = await begin()
  expect(second).not.toBe(first)
  const { token } = await desk.desk.tokens.register({ name: 'bon.pdf', bytes: pdf() })
  await attachments.attach({ draftId: second, token })
  expect([first, kept, second]).not.toContain(await begin())

  await desk.close()
  const next = await bulkDesk({ from: desk })
  const left = (await next.handlers.drafts.list({ kind: 'dispute' })).items.map(({ id }) => id)
  expect(new Set(left)).toEqual(new Set([first, kept, second]))
})

test('drafts are read a page at a time, the one edited last first, searched in all that was typed, and one that can not be read ends no list', async () => {
  const desk = await bulkDesk()
  const { drafts, accounts } = desk.handlers
  const accountId = await desk.account('disputes')
  const practice = (await accounts.list(undefined)).find(({ settings }) => settings.kind === 'billink' && settings.url === null)
  const begin = async (invoice: string, account = accountId, message = '') => {
    await desk.clock.pass(1000)
    return (await drafts.create({ kind: 'dispute', accountId: account, fields: { invoice, message } })).id
  }
  const ids: string[] = []
  for (let number = 1; number <= 5; number += 1) ids.push(await begin(`F-${number}`))
  await begin('F-ver', practice?.id)
  await begin('F-lang', accountId, `${'x'.repeat(400)} Zoë`)
  const page = async (asked: { search?: string; cursor?: string | null; limit?: number; accountId?: string | null } = {}) => {
    const { items, ...rest } = await drafts.list({ kind: 'dispute', accountId, limit: 4, ...asked })
    return { found: items.map(({ fields }) => ('invoice' in fields ? fields.invoice : '')), items, ...rest }
  }
  const first = await page()
  expect(first).toMatchObject({ found: ['F-lang', 'F-5', 'F-4', 'F-3'], total: 6, elsewhere: 1 })
  // No row shows more of a text.
  expect(first.items[0]?.fields).toMatchObject({ message: 'x'.repeat(300) })
  expect(await page({ cursor: first.next })).toMatchObject({ found: ['F-2', 'F-1'], next: null })
  expect((await page({ search: ' zoe ' })).found).toEqual(['F-lang'])
  expect((await page({ search: 'f-3' })).found).toEqual(['F-3'])
  expect(await page({ accountId: null })).toMatchObject({ found: ['F-lang', 'F-ver', 'F-5', 'F-4'], total: 7, elsewhere: 0 })
  await expect(page({ cursor: 'x' })).rejects.toMatchObject({ failure: { message: { id: 'failure.gone' } } })

  // The one edited last comes first.
  const fields = { invoice: 'F-1', customerName: '', customerEmail: '', category: '', locale: '', message: '' }
  await desk.clock.pass(1000)
  await drafts.save({ kind: 'dispute', id: ids[0] ?? '', revision: 2, fields })
  expect((await page()).found[0]).toBe('F-1')

  const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
  db.prepare("UPDATE drafts SET fields = '{' WHERE id IN (?, ?)").run(ids[4] ?? '', ids[3] ?? '')
  db.close()
  const damaged = await page()
  expect([...damaged.found, ...(damaged.next ? (await page({ cursor: damaged.next })).found : [])]).toEqual([
    'F-1',
    'F-lang',
    'F-3',
    'F-2',
  ])
})

test('a note begins with the outlet and the payment method of the one that was filed last, whatever a run filed or was taken back since', async () => {
  const desk = await bulkDesk()
  const accountId = await desk.account('notes')
  const { drafts, notes } = desk.handlers
  const begin = () => drafts.create({ kind: 'note', accountId })
  const file = async (outletID: string, paymentMethodCode: string, saleID: string) => {
    const { id, revision, fields } = await begin()
    const typed = { ...fields, outletID, paymentMethodCode, saleID, text: 'Factuur' } as NoteDraftFields
    await drafts.save({ kind: 'note', id, revision: revision + 1, fields: typed })
    return (await notes.submit({ draftId: id })).id
  }
  expect((await begin()).fields).toMatchObject({ outletID: '', paymentMethodCode: '' })
  await file('12345', 'MRC', '1')
  const back = await file('54321', 'IDE', '2')
  const next = await begin()
  expect(next.fields).toMatchObject({ outletID: '54321', paymentMethodCode: 'IDE', saleID: '', text: '', action: 'create' })
  // It is as good as a new one, and known for that.
  expect((await begin()).id).toBe(next.id)
  const last = async () => {
    const { fields } = await begin()
    return 'outletID' in fields ? `${fields.outletID} ${fields.paymentMethodCode}` : ''
  }
  const change = (sql: string) => {
    const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
    db.exec('PRAGMA foreign_keys = OFF')
    db.prepare(sql).run(back)
    db.close()
  }
  change('UPDATE submissions SET run_id = 1 WHERE id = ?')
  expect(await last()).toBe('12345 MRC')
  change("UPDATE submissions SET run_id = NULL, state = 'withdrawn' WHERE id = ?")
  expect(await last()).toBe('12345 MRC')
  change("UPDATE submissions SET state = 'sent', text_gone_at = 1, payload = '' WHERE id = ?")
  expect(await last()).toBe('12345 MRC')
})

test('a draft in which nothing stands is gone once it is left; what was typed, attached or is on its way keeps it', async () => {
  const desk = await bulkDesk()
  const accountId = await desk.account('disputes')
  const { drafts, attachments } = desk.handlers
  const begin = async (fields = {}) => await drafts.create({ kind: 'dispute', accountId, fields })
  const left = async (id: string) => (await drafts.leave({ id })).discarded
  const type = ({ id, revision, fields }: Awaited<ReturnType<typeof begin>>, typed: object) =>
    drafts.save({ kind: 'dispute', id, revision: revision + 1, fields: { ...fields, ...typed } as DisputeDraftFields })

  const empty = await begin()
  expect(await left(empty.id)).toBe(true)
  await expect((async () => drafts.get({ id: empty.id }))()).rejects.toMatchObject({
    failure: { message: { id: 'failure.gone' } },
  })
  expect(await left(empty.id)).toBe(false)

  const typed = await begin()
  const after = await type(typed, { message: ' ' })
  expect(await left(typed.id)).toBe(false)
  // What was taken out again stands there no more.
  await type(after, { message: '' })
  expect(await left(typed.id)).toBe(true)

  // With the text of the one before it is not empty, whoever typed that.
  expect(await left((await begin({ message: 'Terug' })).id)).toBe(false)

  const withFile = await begin()
  const { token } = await desk.desk.tokens.register({ name: 'bon.pdf', bytes: pdf() })
  const attaching = attachments.attach({ draftId: withFile.id, token })
  expect(await left(withFile.id)).toBe(false)
  await attaching
  expect(await left(withFile.id)).toBe(false)

  const awaited = await begin()
  await attachments.receive({ draftId: awaited.id, name: 'foto.jpg' })
  expect(await left(awaited.id)).toBe(false)
})
