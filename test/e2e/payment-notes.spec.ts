import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import type { Account } from '#shared/domain/account.ts'
import { practiceMollieKey } from '#main/vendors/mollie/practice/credentials.ts'
import {
  call,
  detail,
  expectState,
  goTo,
  newPaymentNote,
  openItem,
  paymentCard,
  review,
  settleIn,
  submit,
} from '#test/support/clerk.ts'
import { cellOf, expectStep, openTable, runState, sendTable, writeTable } from '#test/support/bulk-clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import type { Page } from '@playwright/test'

/** What stands at a payment of the practice environment, as Balie reads it. */
async function atPayment(page: Page, paymentID: string): Promise<ReadPayment> {
  const accounts = await call<Account[]>(page, 'accounts.list')
  const account = accounts.find(({ settings }) => settings.kind === 'mollie')
  return call<ReadPayment>(page, 'paymentNotes.read', { accountId: account?.id, paymentID })
}

/** Another program's change, straight at the practice environment. */
async function changeElsewhere(page: Page, paymentID: string, metadata: object): Promise<void> {
  const accounts = await call<Account[]>(page, 'accounts.list')
  const { endpoint } = accounts.find(({ settings }) => settings.kind === 'mollie') ?? {}
  const { status } = await fetch(`${endpoint}/v2/payments/${paymentID}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${practiceMollieKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ metadata }),
  })
  expect(status).toBe(200)
}

test('a note on a payment is made, updated and deleted, and what it replaces is shown word for word', async ({ page }) => {
  await settleIn(page)
  await newPaymentNote(page, { payment: 'tr_oefen1001' })
  await expect(paymentCard(page)).toContainText('Bestelling 1001 · Wandelschoenen')
  await expect(paymentCard(page)).toContainText(/€\s129,95 · betaald/)
  await expect(paymentCard(page)).toContainText('Er staat geen notitie.')
  await expect(paymentCard(page)).toContainText(/Gelezen om \d\d:\d\d/)
  await page.getByRole('textbox', { name: 'Tekst van de notitie' }).fill('Nieuw paar verzonden.\nOud paar retour.')
  const dialog = await review(page)
  await expect(dialog).toContainText('Zet een notitie bij betaling tr_oefen1001.')
  await expect(dialog).toContainText('Er staat geen notitie.')
  await dialog.getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await expect(page.getByRole('option').filter({ hasText: 'tr_oefen1001' })).toHaveCount(1)

  await page.getByRole('button', { name: 'Bijwerken' }).click()
  await expect(paymentCard(page)).toContainText('Oud paar retour.')
  const text = page.getByRole('textbox', { name: 'Tekst van de notitie' })
  await expect(text).toHaveValue('Nieuw paar verzonden.\nOud paar retour.')
  await text.fill('Alles is afgehandeld.')
  const update = await review(page)
  await expect(update).toContainText(/Staat er nu \(gelezen om \d\d:\d\d\)\s*Nieuw paar verzonden\.\s*Oud paar retour\./)
  await expect(update).toContainText('Alles is afgehandeld.')
  await update.getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  expect(await atPayment(page, 'tr_oefen1001')).toMatchObject({ note: { text: 'Alles is afgehandeld.' }, besideBytes: 17 })

  await page.getByRole('button', { name: 'Verwijderen' }).click()
  await expect(paymentCard(page)).toContainText('Alles is afgehandeld.')
  await submit(page, 'Verwijdering indienen')
  await expectState(page, 'Verzonden')
  // The web shop's order number is what it was.
  expect(await atPayment(page, 'tr_oefen1001')).toMatchObject({ note: null, besideBytes: 17 })
  await goTo(page, 'Geschiedenis')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3)
})

test('a note that is there already is edited from where it is shown, or replaced after a word', async ({ page }) => {
  await settleIn(page)
  await newPaymentNote(page, { payment: 'tr_oefen1004', text: 'Van ons' })
  await expect(detail(page)).toContainText('Er staat al een notitie bij deze betaling.')
  const dialog = await review(page)
  await expect(dialog).toContainText('Cadeau, geen factuur meesturen')
  await dialog.getByRole('button', { name: 'Bijwerken in plaats van maken' }).click()
  await expect(page.getByRole('dialog', { name: 'Notitie bij betaling bijwerken?' })).toContainText('Van ons')
  await page.getByRole('button', { name: 'Terug naar concept' }).click()
  await page.getByRole('button', { name: 'Deze tekst bewerken' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst van de notitie' })
  await expect(text).toHaveValue('Cadeau, geen factuur meesturen')
  await text.press('Control+End')
  await text.pressSequentially('. Wel een bon.')
  await submit(page)
  await expectState(page, 'Verzonden')
  expect((await atPayment(page, 'tr_oefen1004')).note?.text).toBe('Cadeau, geen factuur meesturen. Wel een bon.')
})

test('what does not fit and what is another program’s is said while typing; a number that is nobody’s at its field', async ({
  page,
}) => {
  await settleIn(page)
  await newPaymentNote(page, { payment: 'tr_oefen1001', text: 'x'.repeat(880) })
  const text = page.getByRole('textbox', { name: 'Tekst van de notitie' })
  await expect(detail(page)).toContainText('Er is bijna geen ruimte meer bij deze betaling.')
  await text.fill('é'.repeat(520))
  await expect(text).toHaveAccessibleDescription(/Mollie neemt er hoogstens 1\.024/)

  await newPaymentNote(page, { payment: 'tr_oefen1006', text: 'Batterijen nagestuurd' })
  await expect(detail(page)).toContainText('Een ander programma bewaart dit bij de betaling.')
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await expect(page.getByRole('form').getByRole('alert')).toBeVisible()
  const keep = detail(page).getByRole('switch', { name: 'Bewaar dit naast mijn notitie' })
  const agree = () => detail(page).getByText('Bewaar dit naast mijn notitie', { exact: true }).click()
  await agree()
  await expect(keep).toBeChecked()
  const number = page.getByRole('textbox', { name: 'Betalingsnummer' })
  await number.fill('tr_oefen1004')
  await number.fill('tr_oefen1006')
  await number.press('Tab')
  await expect(keep).not.toBeChecked()
  await agree()
  await submit(page, 'Toch indienen')
  await expectState(page, 'Verzonden')

  await newPaymentNote(page, { payment: 'tr_oefen1008', text: 'Kan niet' })
  await expect(detail(page)).toContainText('Bij deze betaling kan Balie geen notitie zetten')

  await newPaymentNote(page, { payment: 'tr_bestaatNiet', text: 'Voor niemand' })
  await expect(paymentCard(page)).toContainText('Bij dit account is geen betaling met dit nummer.')
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await expect(page.getByRole('textbox', { name: 'Betalingsnummer' })).toHaveAccessibleDescription(/geen betaling met dit nummer/)
})

test('an unknown outcome says that Balie looks itself, and asks nothing of the clerk', async ({ page }) => {
  await settleIn(page)
  await newPaymentNote(page, { payment: 'tr_demoReset', text: 'Kwam het aan?' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await expect(detail(page)).toContainText('Balie kijkt zelf na of het bij Mollie is aangekomen')
  await goTo(page, 'Postvak UIT')
  await openItem(page, 'tr_demoReset')
  await expect(detail(page)).toContainText(/Balie kijkt om \d\d:\d\d/)
  await expect(page.getByRole('button', { name: 'Het is aangekomen' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Opnieuw verzenden' })).toHaveCount(0)
})

test('a note that was changed by another since it was shown is not replaced unasked', async ({ page }) => {
  await settleIn(page, { holdSeconds: 60 })
  await newPaymentNote(page, { payment: 'tr_oefen1003', text: 'Van ons' })
  await submit(page)
  await expectState(page, 'In wachtrij')
  // Somebody else, at the same payment, while ours still waits.
  await changeElsewhere(page, 'tr_oefen1003', { note: 'Van een collega', order_id: '1003' })
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Wacht op jou')
  await expect(detail(page)).toContainText('Van een collega')
  expect((await atPayment(page, 'tr_oefen1003')).note?.text).toBe('Van een collega')
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Verzonden')
  expect(await atPayment(page, 'tr_oefen1003')).toMatchObject({ note: { text: 'Van ons' }, besideBytes: 17 })
})

test('a table of notes on payments is checked, sent, and tells what became of each row', async ({ app, page, userData }) => {
  await settleIn(page)
  const table = await writeTable(userData, 'betalingen.csv', [
    ['Betalingsnummer', 'Bestelling', 'Omschrijving'],
    ['tr_oefen1001', '1001', 'Wandelschoenen'],
    ['geen nummer', '1002', 'Regenjas'],
    ['tr_oefen1004', '1004', 'Tent'],
    ['tr_bestaatNiet', '1009', 'Kwijt'],
  ])
  await openTable(app, page, table, 'Betalingsnotities')
  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  await expectStep(page, 'Kolommen')
  await page.getByRole('button', { name: /^Controleer \d/ }).click()
  await expectStep(page, 'Controle')
  await expect(cellOf(page, 3, 'paymentID')).toHaveAttribute('aria-invalid', 'true')
  await sendTable(page)
  await expect(runState(page)).toContainText('Klaar')
  await expect(cellOf(page, 2, 'state')).toContainText('Verzonden')
  await expect(cellOf(page, 5, 'state')).toContainText('Geweigerd')
  expect((await atPayment(page, 'tr_oefen1001')).note).not.toBeNull()
  // A note stood there that nobody was shown.
  await expect(cellOf(page, 4, 'state')).toContainText('Geweigerd')
  await expect(cellOf(page, 4, 'messages')).toContainText('Niet verzonden: bij deze betaling')
  expect((await atPayment(page, 'tr_oefen1004')).note?.text).toBe('Cadeau, geen factuur meesturen')
})

test('without a mouse: a payment is read once its number is typed, and its note filed', async ({ page }) => {
  const { keyboard } = page
  await settleIn(page)
  await keyboard.press('Control+Shift+P')
  await expect(page.getByRole('textbox', { name: 'Betalingsnummer' })).toBeFocused()
  await keyboard.type('tr_oefen1002')
  await keyboard.press('Tab')
  await expect(paymentCard(page)).toContainText('Regenjas')
  await expect(paymentCard(page).getByRole('button', { name: 'Opnieuw lezen' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Betalingsnummer' }).focus()
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Opnieuw lezen' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Opnieuw lezen' })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Tekst van de notitie' })).toBeFocused()
  await keyboard.type('Alleen met toetsen.')
  await keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Notitie bij betaling maken?' })
  await expect(dialog.getByRole('button', { name: 'Indienen', exact: true })).toBeFocused()
  await keyboard.press('Enter')
  await expectState(page, 'Verzonden')
})

test('a key says whose payments it opens, and one that does not fit is told so', async ({ page }) => {
  await settleIn(page)
  const { id } = await call<Account>(page, 'accounts.save', {
    accountId: null,
    settings: { kind: 'mollie', environment: 'production', name: 'Eigen winkel', url: 'https://api.mollie.com', mode: 'live' },
  })
  expect(id).not.toBe('')
  await goTo(page, 'Instellingen')
  await page.getByRole('main').getByRole('button', { name: 'Eigen winkel' }).click()
  const key = page.getByLabel('API-sleutel')
  await key.fill('live_abcdefghijklmnopqrstuvwxyz123456')
  await expect(key).toHaveAccessibleDescription(/Dit is een echte sleutel/)
  await key.fill('test_abcdefghijklmnopqrstuvwxyz123456')
  await expect(key).toHaveAccessibleDescription(/het account is voor echte betalingen/)
  await key.fill('access_abcdefghijklmnop')
  await expect(key).toHaveAccessibleDescription(/sleutel van een organisatie/)
})
