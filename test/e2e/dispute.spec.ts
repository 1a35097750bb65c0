import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { Account } from '#shared/domain/account.ts'
import { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import {
  call,
  detail,
  dropFile,
  expectState,
  fillDispute,
  goTo,
  newDispute,
  openItem,
  pickFile,
  review,
  settleIn,
  submit,
  writePdf,
} from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { pdf } from '#test/support/sample-files.ts'

test('a file whose end is missing is warned of where it is attached, and before it leaves', async ({ app, page, userData }) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-half' })
  await pickFile(app, page, await writePdf(userData, 'half.pdf', pdf().subarray(0, 60)))
  const sentence = 'Het einde van dit bestand lijkt te ontbreken'
  await expect(page.getByRole('form')).toContainText(sentence)
  await expect(await review(page)).toContainText(sentence)
})

test('a newcomer files a dispute with a PDF from the first screen and reads Billink’s answer', async ({
  app,
  page,
  userData,
}) => {
  const welcome = page.getByRole('dialog', { name: /Welkom bij Balie|Welcome to Balie/ })
  await welcome.getByRole('button', { name: /oefengeschil|practice dispute/ }).click()
  await expect(welcome).toHaveCount(0)
  await settleIn(page, { holdSeconds: 10 })

  await fillDispute(page, { invoice: 'F-2026-001' })
  await pickFile(app, page, await writePdf(userData))
  const bytes = pdf().length
  await expect(page.getByText(`Gaat mee zoals het is: ${bytes} byte.`)).toBeVisible()
  await expect(page.getByText(/^Concept opgeslagen/)).toBeVisible()

  const dialog = await review(page)
  await expect(dialog).toContainText('Oefenwinkel')
  await expect(dialog).toContainText('OEFENEN')
  await expect(dialog).toContainText(`bon.pdf (${bytes} byte)`)
  await dialog.getByRole('button', { name: 'Indienen', exact: true }).click()

  await expectState(page, 'In wachtrij')
  await expect(detail(page)).toContainText(/Vertrekt over \d+ s/)
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('Billink heeft het geschil aangenomen.')
  await page.getByRole('button', { name: 'Alles wat Billink antwoordde' }).click()
  for (const attribute of disputeAnswerAttributes) {
    await expect(detail(page).locator('dt').getByText(attribute, { exact: true })).toBeVisible()
  }
  await expect(detail(page)).toContainText('"fileName": "bon.pdf"')
  await expect(detail(page)).toContainText(`"bytes": ${bytes}`)
})

test('a file can be dropped anywhere on the form or pasted, and a refused one leaves all else as it was', async ({
  app,
  page,
  userData,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-bestand', message: 'Blijft staan' })
  const form = page.getByRole('form')

  await page.getByRole('textbox', { name: 'Bericht' }).evaluate(async (field) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 })
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const data = new DataTransfer()
    data.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(form.getByText('image.png')).toBeVisible()
  await form.getByRole('button', { name: 'image.png verwijderen' }).click()
  await expect(form.getByText('image.png')).toHaveCount(0)

  await dropFile(page.getByRole('textbox', { name: 'Bericht' }), await writePdf(userData, 'gedropt.pdf'))
  await expect(form.getByText('gedropt.pdf')).toBeVisible()

  await pickFile(app, page, await writePdf(userData, 'nep.pdf', 'MZ dit is geen pdf'))
  const file = page.getByRole('group', { name: 'Bestand' })
  await expect(file).toHaveAccessibleDescription(/“nep\.pdf” heet \.pdf maar is een ander soort bestand/)
  await pickFile(app, page, await writePdf(userData, 'lijst.csv', 'a;b'))
  await expect(file).toHaveAccessibleDescription(/“lijst\.csv” is niet toegevoegd: \.csv-bestanden kunnen niet mee/)
  await expect(form.getByText('gedropt.pdf')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Blijft staan')

  await submit(page)
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('"fileName": "gedropt.pdf"')
})

test('a second dispute for an invoice is warned of, with the first a click away; the clerk may go on', async ({ page }) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-dubbel', name: 'De eerste' })
  await submit(page)
  await expectState(page, 'Verzonden')

  await newDispute(page, { invoice: 'F-dubbel', name: 'De tweede' })
  const invoice = page.getByRole('textbox', { name: 'Factuurnummer' })
  const earlier = /Voor factuur F-dubbel diende Balie op deze computer al eerder een geschil in/
  await expect(invoice).toHaveAccessibleDescription(earlier)
  await invoice.fill('F-dubbel-2')
  await expect(invoice).not.toHaveAccessibleDescription(earlier)
  await invoice.fill('F-dubbel')
  const dialog = await review(page)
  await expect(dialog).toContainText('Voor factuur F-dubbel diende Balie op deze computer al eerder een geschil in')
  await dialog.getByRole('button', { name: 'Eerder item bekijken' }).click()
  await expect(page.getByRole('main', { name: 'Geschiedenis' })).toBeVisible()
  await expect(detail(page)).toContainText('De eerste')

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('combobox', { name: 'Naam van de klant' })).toHaveValue('De tweede')
  await submit(page, 'Toch indienen')
  await expectState(page, 'Verzonden')
  await expect(page.getByRole('option').filter({ hasText: 'F-dubbel' }).filter({ hasText: 'Verzonden' })).toHaveCount(2)
})

test('a customer of an earlier dispute is found by their surname and fills both fields; the same customer again is one click', async ({
  page,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-eerder', name: 'Zoë de Groot', email: 'zoe@voorbeeld.example', category: 'beschadigd' })
  await submit(page)
  await expectState(page, 'Verzonden')
  const name = page.getByRole('combobox', { name: 'Naam van de klant' })
  const email = page.getByRole('combobox', { name: 'E-mailadres van de klant' })

  await page.getByRole('button', { name: 'Nieuw geschil' }).first().click()
  await expect(name).toHaveValue('')
  await name.pressSequentially('groot')
  await expect(page.getByRole('option', { name: 'Zoë de Groot' })).toContainText('zoe@voorbeeld.example · factuur F-eerder')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(name).toHaveValue('Zoë de Groot')
  await expect(email).toHaveValue('zoe@voorbeeld.example')

  await openItem(page, 'F-eerder')
  await detail(page).getByRole('button', { name: 'Zelfde klant opnieuw' }).click()
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('')
  await expect(name).toHaveValue('Zoë de Groot')
  await expect(email).toHaveValue('zoe@voorbeeld.example')
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('')
})

test('what is missing stands at its field and what Billink refuses at the head of the form; both lead to a dispute that goes', async ({
  app,
  page,
  userData,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-leeg', email: 'geen adres', name: ' ' })
  const email = page.getByRole('combobox', { name: 'E-mailadres van de klant' })
  const name = page.getByRole('combobox', { name: 'Naam van de klant' })
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()

  const summary = page.getByRole('form').getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('Kijk deze 2 punten na')
  await summary.getByRole('button', { name: /^E-mailadres/ }).click()
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/Dit is geen e-mailadres/)
  await expect(name).toHaveAccessibleDescription(/Vul dit in/)
  await expect(page.getByRole('textbox', { name: 'Bericht' })).not.toHaveAttribute('aria-invalid')

  await email.fill('jan@example.nl')
  await name.fill('Jan')
  await expect(summary).toHaveCount(0)
  await submit(page)
  await expectState(page, 'Verzonden')

  await newDispute(page, { invoice: 'DEMO-400', message: 'Wordt geweigerd' })
  await pickFile(app, page, await writePdf(userData))
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await submit(page)
  await expectState(page, 'Geweigerd')

  await page.getByRole('button', { name: 'Corrigeren' }).click()
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Wordt geweigerd')
  await expect(page.getByRole('form').getByRole('alert')).toContainText('Billink heeft dit geweigerd')
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill('F-goed')
  await submit(page)
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('"fileName": "bon.pdf"')

  await openItem(page, 'DEMO-400')
  await expect(detail(page)).toContainText('Gecorrigeerd en opnieuw ingediend.')
})

test('Tab takes the only entry left, and a value outside the list goes after a word and is kept once Billink took it', async ({
  page,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-lijst' })
  const language = page.getByRole('combobox', { name: 'Taal van het geschil' })
  await language.fill('ned')
  await language.press('Tab')
  await expect(language).toHaveValue('Nederlands')

  const category = page.getByRole('combobox', { name: 'Categorie' })
  await category.fill('Beschadigt')
  await category.press('Tab')
  const asks = /“Beschadigt” staat niet in de lijst van dit account/
  await expect(category).toHaveAccessibleDescription(asks)
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await expect(page.getByRole('form').getByRole('alert')).toContainText('“Beschadigt” staat niet in de lijst')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Toch gebruiken', exact: true }).click()
  await submit(page)
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('"locale": "nl"')

  await newDispute(page, { invoice: 'F-lijst-2', category: 'Beschadigt' })
  await expect(category).not.toHaveAccessibleDescription(asks)
})

test('an account without a key promises no departure: review, lists and item say what it waits for', async ({ page }) => {
  await settleIn(page)
  await call(page, 'accounts.save', {
    accountId: null,
    settings: { ...newBillinkSettings(), name: 'Zonder sleutel', url: 'https://api.billink.nl/dispute', username: 'winkel' },
  })
  const accounts = await call<Account[]>(page, 'accounts.list')
  const id = accounts.find(({ settings }) => settings.name === 'Zonder sleutel')?.id ?? ''
  await call(page, 'preferences.set', { activeAccounts: { billink: id, digiwallet: null }, holdSeconds: 30 })
  await newDispute(page, { invoice: 'F-sleutel' })
  const dialog = await review(page)
  await expect(dialog).toContainText('Wacht op sleutel')
  await expect(dialog).not.toContainText('Vertrekt')
  await dialog.getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Wacht op sleutel')
  await expect(detail(page)).not.toContainText('Vertrekt over')
  for (const screen of ['Geschillen', 'Postvak UIT', 'Geschiedenis'] as const) {
    await goTo(page, screen)
    await expect(page.getByRole('main').getByRole('option').filter({ hasText: 'F-sleutel' })).toContainText('Wacht op sleutel')
  }
  await openItem(page, 'F-sleutel')
  await detail(page).getByRole('button', { name: 'Terugnemen' }).click()
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('F-sleutel')
})

test('five similar disputes take at most six keys each, and the last one is taken back from any screen', async ({ page }) => {
  await settleIn(page, { holdSeconds: 60 })
  await newDispute(page, { invoice: 'F-1', name: 'Klant 1', message: 'Niet geleverd.' })
  const invoice = page.getByRole('textbox', { name: 'Factuurnummer' })
  let keys = 0
  const press = async (key: string) => {
    // What is held down counts too.
    keys += key.split('+').length
    await page.keyboard.press(key)
  }
  const fileAndGoOn = async () => {
    await press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(invoice).toHaveValue('')
    await expect(invoice).toBeFocused()
  }
  await fileAndGoOn()
  for (let number = 2; number <= 5; number += 1) {
    keys = 0
    await page.keyboard.type(`F-${number}`)
    await press('Tab')
    await page.keyboard.type(`Klant ${number}`)
    await press('Tab')
    await page.keyboard.type(`klant${number}@example.nl`)
    await fileAndGoOn()
    expect(keys).toBeLessThanOrEqual(6)
  }
  console.log(`    a similar dispute: ${keys} keys beyond what differs`)
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Niet geleverd.')
  await expect(page.getByRole('combobox', { name: 'Categorie' })).toHaveValue('Retour gestuurd')
  await expect(page.getByRole('combobox', { name: 'Naam van de klant' })).toHaveValue('')

  await goTo(page, 'Instellingen')
  const toasts = page.getByRole('region', { name: 'Net ingediend' })
  await expect(toasts).toContainText(/Geschil F-5 is ingediend\. Vertrekt over \d+ s/)
  await page.keyboard.press('Control+z')
  await expect(invoice).toHaveValue('F-5')
  await expect(page.getByRole('combobox', { name: 'E-mailadres van de klant' })).toHaveValue('klant5@example.nl')

  await expect(toasts).toContainText('F-4')
  await toasts.getByRole('button', { name: 'Terugnemen' }).click()
  await expect(invoice).toHaveValue('F-4')

  // Nothing was typed in the form of the next one: four times begun is still one.
  await invoice.press('Control+n')
  await expect(invoice).toHaveValue('')
  const count = () => page.getByRole('main').getByRole('option').filter({ hasText: 'Naamloos concept' }).count()
  const before = await count()
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Control+n')
  await expect(invoice).toBeFocused()
  expect(await count()).toBe(before)

  // What still waits would ask a question when the app quits.
  const { items } = await call<{ items: { id: string; state: string }[] }>(page, 'outbox.list', { cursor: null, limit: 50 })
  for (const { id, state } of items) if (state === 'queued') await call(page, 'outbox.sendNow', { id })
  await expect.poll(async () => (await call<{ total: number }>(page, 'outbox.list', { cursor: null, limit: 50 })).total).toBe(0)
})
