import { setTimeout as pass } from 'node:timers/promises'
import {
  detail,
  expectState,
  goTo,
  newDispute,
  newNote,
  openItem,
  pickFile,
  review,
  settleIn,
  submit,
  typeInto,
  writePdf,
} from '#test/support/clerk.ts'
import { ended, killApp } from '#test/support/app-process.ts'
import { violations } from '#test/support/axe.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { closeWindow } from '#test/support/native.ts'

/** What a clerk is promised: half a second after the last key all is on disk. */
const promisedMs = 500

test('what was typed and attached outlives a kill and a hasty close', async ({ start, userData }) => {
  const first = await start()
  await settleIn(first.page)
  await newDispute(first.page, { invoice: 'F-verstuurd' })
  await submit(first.page)
  await expectState(first.page, 'Verzonden')
  await newDispute(first.page, { invoice: 'F-concept', message: '' })
  await pickFile(first.app, first.page, await writePdf(userData))
  await expect(first.page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await first.page.getByRole('textbox', { name: 'Bericht' }).pressSequentially('Tot en met de laatste letter')
  await pass(promisedMs)
  await killApp(first.app)

  const second = await start()
  await openItem(second.page, 'F-concept')
  const message = second.page.getByRole('textbox', { name: 'Bericht' })
  await expect(message).toHaveValue('Tot en met de laatste letter')
  await expect(second.page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await message.press('Control+End')
  await message.pressSequentially(', en deze')
  await closeWindow(second.app)
  await ended(second.app)

  const third = await start()
  await goTo(third.page, 'Geschiedenis')
  await expect(third.page.getByRole('option').filter({ hasText: 'F-verstuurd' })).toContainText('Verzonden')
  await goTo(third.page, 'Geschillen')
  await openItem(third.page, 'F-concept')
  await expect(third.page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Tot en met de laatste letter, en deze')
  await submit(third.page)
  await expectState(third.page, 'Verzonden')
  await expect(detail(third.page)).toContainText('"fileName": "bon.pdf"')
})

test('what is far too long is said at its field while it is typed, and kept', async ({ start }) => {
  const first = await start()
  await settleIn(first.page)
  const [sale, words] = ['7'.repeat(1350), 'Te veel woorden. '.repeat(7500)]
  await newNote(first.page, { sale: '12345678', text: 'Een notitie' })
  const saleField = first.page.getByRole('textbox', { name: 'Transactienummer' })
  await saleField.fill(sale)
  await expect(saleField).toHaveAccessibleDescription(/Dit is 1\.310 tekens te lang: er passen 40 tekens in/)
  await expect(first.page.getByText(/^Concept opgeslagen/)).toBeVisible()
  await newDispute(first.page, { invoice: 'F-lang', message: '' })
  const message = first.page.getByRole('textbox', { name: 'Bericht' })
  await message.fill(words)
  await expect(message).toHaveAccessibleDescription(/Dit is 77\.500 tekens te lang/)
  await expect(first.page.getByText(/^Concept opgeslagen/)).toBeVisible()
  await closeWindow(first.app)
  await ended(first.app)

  const second = await start()
  await goTo(second.page, 'Geschillen')
  await openItem(second.page, 'F-lang')
  await expect(second.page.getByRole('textbox', { name: 'Bericht' })).toHaveValue(words)
  await goTo(second.page, 'Notities')
  await second.page.getByRole('tab', { name: /^Concepten/ }).click()
  await openItem(second.page, '77777777')
  await expect(second.page.getByRole('textbox', { name: 'Transactienummer' })).toHaveValue(sale)
  await second.page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await expect(second.page.getByRole('alert').filter({ hasText: '1.310 tekens te lang' })).toBeVisible()
})

test('a draft is thrown away with a way back, and duplicated without its file, which is of one customer', async ({
  app,
  page,
  userData,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-weg', message: 'Niet kwijt' })
  await pickFile(app, page, await writePdf(userData))
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByText('Concept teruggezet, zoals het was')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Niet kwijt')
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()

  await page.getByRole('button', { name: 'Dupliceren' }).click()
  await expect(page.getByRole('option').filter({ hasText: 'F-weg' })).toHaveCount(2)
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Niet kwijt')
  await expect(page.getByRole('form').getByText('bon.pdf')).toHaveCount(0)
  await expect(page.getByText('Kopie van het concept gemaakt, zonder het bestand.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill('F-kopie')
  await expect(page.getByRole('option').filter({ hasText: 'F-kopie' })).toHaveCount(1)
  await expect(page.getByRole('option').filter({ hasText: 'F-weg' })).toHaveCount(1)

  // Several at once: by the menu where the pointer is, or by its key, with one way back for all of them.
  const list = page.getByRole('listbox', { name: 'Concepten en ingediende geschillen' })
  await list.focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('2 gekozen')).toBeVisible()
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'Wat je hiermee kunt doen' })
  await expect(menu.getByRole('menuitem', { name: 'Dupliceren' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('option').filter({ hasText: 'F-kopie' }).click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Weggooien' }).click()
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
  await expect(page.getByRole('option')).toHaveCount(2)

  // One of them is gone: the other is open in its place, and has the focus that went with it.
  await page.getByRole('option').filter({ hasText: 'F-kopie' }).click()
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('F-kopie')
  await page.getByRole('form').getByRole('button', { name: 'Weggooien' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('F-weg')
  await expect(page.getByRole('form').getByRole('heading', { level: 1 })).toBeFocused()

  await newNote(page, { sale: '12345678', text: 'Een notitie' })
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect(page.getByText('Geen concepten')).toBeVisible()
})

test('a text is kept without its customer, put in by a slash for the next one, and never sent with a blank unseen', async ({
  page,
}) => {
  await settleIn(page)
  const message = page.getByRole('textbox', { name: 'Bericht' })
  await newDispute(page, { invoice: 'F-eerste', name: 'Jan Jansen', message: 'Beste Jan Jansen,\nF-eerste is {reden}.' })
  await page.getByRole('form').getByRole('button', { name: 'Standaardtekst' }).click()
  await page.getByRole('menuitem', { name: 'Deze tekst bewaren' }).click()
  await page.getByRole('button', { name: 'Bekijken' }).click()
  await expect(page.getByRole('textbox', { name: 'Tekst' })).toHaveValue('Beste {naam},\n{factuur} is {reden}.')
  await page.getByRole('textbox', { name: 'Naam' }).fill('Reden melden')
  await expect(page.getByRole('option', { name: /Reden melden/ })).toBeVisible()
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill('F-tweede')
  await message.focus()
  await page.keyboard.type('/reden')
  await expect(page.getByRole('listbox', { name: /Standaardteksten voor/ }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(message).toHaveValue('Beste {naam},\nF-tweede is {reden}.')
  await expect(page.getByText('Vul nog in: {naam}, {reden}.')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(message).toHaveValue('/reden')
  await page.keyboard.press('Control+y')

  // What is known by then is filled in just before the last look, which says what is not.
  const others = { 'Naam van de klant': 'Piet Pieters', 'E-mailadres van de klant': 'piet@example.nl', Categorie: 'retour' }
  for (const [name, text] of Object.entries({ ...others, 'Taal van het geschil': 'nl' }))
    await typeInto(page.getByRole('combobox', { name }), text)
  const dialog = await review(page)
  await expect(dialog).toContainText('Beste Piet Pieters,')
  await expect(dialog).toContainText('In de tekst staat nog {reden}.')
  await expect(dialog.getByRole('button', { name: 'Terug naar concept' })).toBeFocused()
})
