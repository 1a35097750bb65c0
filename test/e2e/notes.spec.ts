import type { Account } from '#shared/domain/account.ts'
import { createPracticeServer } from '#test/support/practice-server.ts'
import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import { addAccount, digiwalletAt, practising } from '#test/support/accounts.ts'
import {
  call,
  chooseAction,
  chooseMethod,
  detail,
  expectState,
  goTo,
  newNote,
  openItem,
  review,
  settleIn,
  submit,
  typeInto,
} from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'

test('a note is made, updated and deleted, and the list shows what this app sent last', async ({ page }) => {
  await settleIn(page)
  await newNote(page, { sale: '12345678', text: 'Factuur 12/3\nTweede regel' })
  const dialog = await review(page)
  await expect(dialog).toContainText(
    'Maakt een echte notitie bij transactie 12345678 van outlet Oefenwinkel (12345), betaalmethode iDEAL (IDE).',
  )
  await dialog.getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('DigiWallet heeft de notitie aangemaakt (201).')
  const known = page.getByRole('listbox', { name: 'Bekende notities' }).getByRole('option')
  await expect(known).toHaveCount(1)
  await expect(known).toContainText('12345678 · iDEAL')
  await expect(known).toContainText('Factuur 12/3')

  await page.getByRole('button', { name: 'Bijwerken' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst van de notitie' })
  await expect(text).toHaveValue('Factuur 12/3\nTweede regel')
  await text.fill('Factuur 12')
  await expect(await review(page)).toContainText('Laatst verzonden door Balie op deze computer')
  await page.getByRole('dialog').getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('DigiWallet heeft de notitie bijgewerkt (200).')
  await expect(known).toHaveCount(1)
  await expect(known).toContainText('Factuur 12')

  // From the list as well, where several can be meant.
  await known.click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Wat je hiermee kunt doen' })
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Bijwerken',
    'Verwijderen',
    'Nummers kopiëren Ctrl+C',
    'Opslaan als Excel',
    'Openen in Geschiedenis',
  ])
  await menu.getByRole('menuitem', { name: 'Verwijderen' }).click()
  await submit(page, 'Verwijdering indienen')
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('DigiWallet heeft de notitie verwijderd (200).')
  await expect(known).toHaveCount(1)
  await expect(known).toContainText('verwijderd')

  await goTo(page, 'Geschiedenis')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3)

  // What was counted is one press away, and all of it goes on one sheet.
  await goTo(page, 'Overzicht')
  await page.getByRole('button', { name: 'Tabel: Per soort' }).click()
  await expect(page.getByRole('img', { name: /^Per soort\. Deze week: 3, vorige week: 0\./ })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1300)
  await page.emulateMedia({ media: null })
  await page.getByRole('button', { name: 'Notitie bijwerken, Deze week: 1 item. Open in Geschiedenis' }).click()
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
})

test('a note begins with its account’s outlet, and the next one of several with all but the sale', async ({ page }) => {
  await settleIn(page)
  const account = (await call<Account[]>(page, 'accounts.list')).find(({ settings }) => settings.kind === 'digiwallet')
  await call(page, 'accounts.save', { accountId: account?.id, settings: { ...account?.settings, defaultOutlet: '12345' } })
  await goTo(page, 'Notities')
  await page.keyboard.press('Control+Shift+n')
  const sale = page.getByRole('textbox', { name: 'Transactienummer' })
  await expect(sale).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Outlet' })).toHaveValue('Oefenwinkel')
  await chooseMethod(page, 'iDEAL')
  await sale.fill('1001')
  const text = page.getByRole('textbox', { name: 'Tekst van de notitie' })
  await text.fill('Retour ontvangen')
  for (const next of ['1002', '1003']) {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(sale).toBeFocused()
    await expect(sale).toHaveValue('')
    await expect(text).toHaveValue('Retour ontvangen')
    await page.keyboard.type(next)
  }
  await goTo(page, 'Geschiedenis')
  const filed = page.getByRole('listbox').getByRole('option')
  await expect(filed).toHaveCount(2)
  await expect(filed.first()).toContainText('1002')
})

test('DigiWallet’s field error stands at its field until that is mended', async ({ page }) => {
  await settleIn(page)
  await newNote(page, { sale: '11111111', text: 'Verkeerd nummer' })
  await submit(page)
  await expectState(page, 'Geweigerd')
  await expect(detail(page)).toContainText('Transactienummer: Sale not found.')

  await page.getByRole('button', { name: 'Corrigeren' }).click()
  const sale = page.getByRole('textbox', { name: 'Transactienummer' })
  await expect(sale).toHaveAccessibleDescription(/^Sale not found\./)
  await expect(page.getByRole('textbox', { name: 'Tekst van de notitie' })).toHaveValue('Verkeerd nummer')
  const summary = page.getByRole('form').getByRole('alert')
  await expect(summary).toContainText('DigiWallet heeft dit geweigerd')
  await summary.getByRole('button', { name: 'Transactienummer: Sale not found.' }).click()
  await expect(sale).toBeFocused()
  await sale.fill('12345679')
  await expect(sale).not.toHaveAttribute('aria-invalid')
  await submit(page)
  await expectState(page, 'Verzonden')

  await newNote(page, { sale: '12345679', text: 'Nog een' })
  const dialog = await review(page)
  await expect(dialog).toContainText('Balie maakte op deze computer al een notitie voor deze transactie.')
  await dialog.getByRole('button', { name: 'Bijwerken in plaats van maken' }).click()
  await expect(page.getByRole('dialog', { name: 'Notitie bijwerken?' })).toContainText('Verkeerd nummer')
})

test('what an update can’t carry is said while typing, with a way out', async ({ page }) => {
  await settleIn(page)
  await newNote(page, { sale: '12345678', text: 'Oude tekst' })
  await submit(page)
  await expectState(page, 'Verzonden')
  await page.getByRole('button', { name: 'Bijwerken' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst van de notitie' })

  await text.fill('Regel een\nRegel twee')
  await expect(text).toHaveAccessibleDescription(/geen regeleinden of stuurtekens/)
  await page.getByRole('button', { name: 'Vervang door spaties' }).click()
  await expect(text).toHaveValue('Regel een Regel twee')
  await expect(text).not.toHaveAttribute('aria-invalid')
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('Regel een\nRegel twee')

  await text.fill('..')
  await expect(text).toHaveAccessibleDescription(/niet alleen uit punten/)
  await text.fill('€'.repeat(300))
  await expect(page.getByText(/· 3\d% van wat een bijwerking kan bevatten/)).toBeVisible()
  await expect(page.getByText(/weigeren sommige servers het/)).toBeVisible()
  await text.fill('€'.repeat(900))
  await expect(text).toHaveAccessibleDescription(/te lang om bij te werken/)

  await text.fill('Factuur 1/2')
  await expect(text).toHaveAccessibleDescription(/geen \/ of \\ in de tekst/)
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await expect(page.getByRole('form').getByRole('alert')).toContainText('Tekst van de notitie')
  await page.getByRole('button', { name: 'Verwijder en maak opnieuw' }).click()
  const remake = page.getByRole('alertdialog', { name: 'Verwijderen en opnieuw maken?' })
  await expect(remake).toContainText('Oude tekst')
  await remake.getByRole('button', { name: 'Maak twee concepten' }).click()

  await expect(page.getByLabel('Laatst verzonden tekst (wordt niet meegestuurd)')).toHaveValue('Oude tekst')
  await submit(page, 'Verwijdering indienen')
  await expectState(page, 'Verzonden')
  await page.getByRole('tab', { name: 'Concepten 1' }).click()
  await openItem(page, 'Factuur 1/2')
  await submit(page)
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('Factuur 1/2')
})

test('all eight payment methods can be chosen, and an outlet in test mode makes it a test note', async ({ page }) => {
  await settleIn(page)
  await newNote(page, { sale: '30000001', outlet: '12345', text: 'Op de proef' })
  for (const { code, name } of paymentMethods) {
    await chooseMethod(page, name)
    await expect(detail(page).getByRole('button', { name: 'Betaalmethode' })).toContainText(`${name}${code}`)
  }
  await expect(page.getByRole('switch', { name: 'Testnotitie' })).not.toBeChecked()
  await typeInto(page.getByRole('combobox', { name: 'Outlet' }), '12399')
  await expect(page.getByText('Outlet Oefenwinkel in testmodus (12399) staat in testmodus.')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Testnotitie' })).toHaveCount(0)
  await chooseMethod(page, 'iDEAL')
  await expect(await review(page)).toContainText('Maakt een testnotitie')
  await page.getByRole('dialog').getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await expect(page.getByRole('option').filter({ hasText: '30000001' })).toContainText('TEST')
})

test('a note that was made elsewhere is updated by its numbers, after a word about what can’t be seen', async ({ app, page }) => {
  const target = { outletID: '12346', saleID: '20260001', paymentMethodCode: 'BWI', test: false } as const
  const server = await createPracticeServer({ notes: [{ ...target, text: 'Door de webshop' }] })
  await settleIn(page)
  await addAccount(app, page, practising(digiwalletAt(server.digiwalletUrl)))
  await newNote(page, { sale: '20260001', outlet: '12346', method: 'Overschrijvingen', text: 'Van ons' })
  await chooseAction(page, 'Bijwerken')
  const dialog = await review(page)
  await expect(dialog).toContainText('Dit vervangt wat er nu staat. Balie kan de huidige tekst niet tonen.')
  await dialog.getByRole('button', { name: 'Toch indienen' }).click()
  await expectState(page, 'Verzonden')
  expect(server.state.notes).toMatchObject([{ ...target, text: 'Van ons' }])
  await server.close()

  await newNote(page, { sale: '20260002', outlet: '12346', method: 'Overschrijvingen', text: 'Van ons' })
  await chooseAction(page, 'Verwijderen')
  await expect(await review(page)).toContainText('Dit verwijdert wat er nu staat. Balie kan de huidige tekst niet tonen.')
})
