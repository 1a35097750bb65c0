import { detail, expectState, settleIn, writePdf } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { willChoose } from '#test/support/native.ts'

test('a dispute with its file and a note are filed from start to end without a mouse', async ({ app, page, userData }) => {
  const { keyboard } = page
  await settleIn(page)
  await willChoose(app, await writePdf(userData))

  await keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toBeFocused()
  await keyboard.type('F-toetsen')
  await keyboard.press('Tab')
  await keyboard.type('Tineke Toets')
  await keyboard.press('Tab')
  await keyboard.type('tineke@example.nl')
  await keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Categorie' })).toBeFocused()
  await keyboard.type('besch')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Taal van het geschil' })).toBeFocused()
  await keyboard.type('nl')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toBeFocused()
  await keyboard.type('Alleen met toetsen.')
  await keyboard.press('Tab')
  await expect(page.getByRole('form').getByRole('button', { name: 'Standaardtekst' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /Bestanden kiezen/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await expect(page.getByRole('button', { name: /Bestanden kiezen/ })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Bekijken: bon.pdf' })).toBeVisible()
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('form').getByText('bon.pdf')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Bestanden kiezen/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Beschadigd of defect (beschadigd)')
  await expect(dialog.getByRole('button', { name: 'Indienen', exact: true })).toBeFocused()
  await keyboard.press('Enter')
  await expectState(page, 'Verzonden')
  await detail(page).getByRole('button', { name: 'Alles wat Billink antwoordde' }).focus()
  await keyboard.press('Enter')
  await expect(detail(page)).toContainText('"fileName": "bon.pdf"')

  await keyboard.press('Control+Shift+N')
  await expect(page.getByRole('combobox', { name: 'Outlet' })).toBeFocused()
  await keyboard.type('12345')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Transactienummer' })).toBeFocused()
  await keyboard.type('12345680')
  await keyboard.press('Tab')
  await expect(detail(page).getByRole('button', { name: 'Betaalmethode' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.type('Ban')
  await keyboard.press('Enter')
  const method = detail(page).getByRole('button', { name: 'Betaalmethode' })
  await expect(method).toContainText('Bancontact')
  // The list gives the focus back once it has closed.
  await expect(method).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Tekst van de notitie' })).toBeFocused()
  await keyboard.type('Ook alleen met toetsen.')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: 'Notitie maken?' })).toContainText('betaalmethode Bancontact (MRC)')
  await keyboard.press('Enter')
  await expectState(page, 'Verzonden')

  // The next one begins at what is still to be filled in.
  await keyboard.press('Control+Shift+N')
  await expect(page.getByRole('textbox', { name: 'Transactienummer' })).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Outlet' })).toHaveValue(/^Oefenwinkel/)
  await expect(detail(page).getByRole('button', { name: 'Betaalmethode' })).toContainText('Bancontact')

  // Part by part to the list of disputes, and from there to what was filed.
  await keyboard.press('Control+1')
  await expect(page.getByRole('main', { name: 'Geschillen' })).toBeFocused()
  for (const region of [
    page.getByRole('banner'),
    page.getByRole('navigation'),
    page.getByRole('region', { name: 'Concepten' }),
  ]) {
    await keyboard.press('F6')
    await expect(region.locator(':focus')).toHaveCount(1)
  }
  await keyboard.press('Tab')
  await expect(page.getByRole('region', { name: 'Concepten' }).getByRole('searchbox')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('ArrowDown')
  await expect(detail(page)).toContainText('Tineke Toets')
})
