import { expect, test } from 'vitest'
import { bulkDesk } from '#test/support/bulk-desk.ts'
import { paymentDesk } from '#test/support/payment-desk.ts'

const fields = (text: string) => ({ name: '', text, accountId: null, narrowed: { locale: 'nl' } })

test('a text is kept as typed, offered by how often it was used, and back as it was once it was thrown away', async () => {
  const desk = await bulkDesk()
  const { templates } = desk.handlers
  const titles = async () => (await templates.list(undefined)).map(({ fields: { text } }) => text)
  const first = await templates.create({ kind: 'dispute', fields: fields('Eerste') })
  await desk.clock.pass(1000)
  const second = await templates.create({ kind: 'dispute', fields: {} })
  const saved = await templates.save({ id: second.id, revision: 3, fields: fields('Beste {naam}, 💶') })
  expect(saved).toMatchObject({ revision: 3, fields: fields('Beste {naam}, 💶'), used: 0, usedAt: null })
  // A save that comes late changes nothing, and says what stands there.
  expect(await templates.save({ id: second.id, revision: 2, fields: fields('Ouder') })).toEqual(saved)
  expect(await titles()).toEqual(['Eerste', 'Beste {naam}, 💶'])
  await templates.use({ id: second.id })
  await templates.use({ id: second.id })
  await templates.use({ id: first.id })
  expect(await titles()).toEqual(['Beste {naam}, 💶', 'Eerste'])

  const [gone] = await templates.list(undefined)
  if (!gone) throw new Error('No text')
  await templates.remove({ id: gone.id })
  expect(await titles()).toEqual(['Eerste'])
  for (const act of [() => templates.use({ id: gone.id }), () => templates.remove({ id: gone.id })])
    await expect(Promise.resolve().then(act)).rejects.toMatchObject({ failure: { message: { id: 'failure.gone' } } })
  expect(await templates.restore(gone)).toEqual(gone)
  expect(await titles()).toEqual(['Beste {naam}, 💶', 'Eerste'])

  // What was begun and left empty is gone with the next start.
  await templates.create({ kind: 'note', fields: { text: ' \n', accountId: 'a1' } })
  await desk.close()
  const next = await bulkDesk({ from: desk })
  expect((await next.handlers.templates.list(undefined)).map(({ fields: { text } }) => text)).toEqual([
    'Beste {naam}, 💶',
    'Eerste',
  ])
})

test('nothing is sent unseen that is still to be filled in: the review of each kind says what', async () => {
  const desk = await bulkDesk()
  const { drafts, disputes, notes } = desk.handlers
  const said = (warnings: readonly { message: object }[]) => warnings.map(({ message }) => message)
  const blanks = [{ id: 'review.blanks', values: { names: '{reden}, {naam}' } }]
  const text = 'Wegens {reden}, {naam}. {reden}'

  const dispute = { invoice: 'F-1', customerName: 'Jan', customerEmail: 'jan@example.nl', category: 'retour', locale: 'nl' }
  const disputeOf = async (message: string) =>
    (await drafts.create({ kind: 'dispute', accountId: await desk.account('disputes'), fields: { ...dispute, message } })).id
  expect(said((await disputes.review({ draftId: await disputeOf(text) })).warnings)).toEqual(blanks)
  expect(said((await disputes.review({ draftId: await disputeOf('Zonder {}') })).warnings)).toEqual([])

  const note = { action: 'create', outletID: '12345', saleID: '1', paymentMethodCode: 'IDE', text, test: false } as const
  const { id } = await drafts.create({ kind: 'note', accountId: await desk.account('notes'), fields: note })
  expect(said((await notes.review({ draftId: id })).warnings)).toEqual(blanks)

  const payments = await paymentDesk()
  const payment = { action: 'create', paymentID: 'tr_1', text, keepValue: false } as const
  const begun = await payments.handlers.drafts.create({ kind: 'payment-note', accountId: payments.accountId, fields: payment })
  const { warnings } = await payments.handlers.paymentNotes.review({ draftId: begun.id })
  expect(said(warnings)).toEqual(expect.arrayContaining(blanks))
  await payments.end()
})
