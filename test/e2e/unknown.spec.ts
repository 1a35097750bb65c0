import { detail, expectState, goTo, newDispute, newNote, openItem, settleIn, submit } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { hurryTime } from '#test/support/native.ts'

test('an outcome that nobody knows is said so, and a clerk ends it with one of three ways out', async ({ page }) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'DEMO-RESET-ONCE' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await page.getByRole('button', { name: 'Beslissen in Postvak UIT' }).click()

  const path = page.getByRole('group', { name: 'Is het aangekomen? Balie kan het niet weten.' })
  await expect(path).toContainText('Verbinding gemaakt; het verzoek is volledig verzonden; er kwam geen antwoord.')
  await path.getByRole('button', { name: 'Later beslissen' }).click()
  await expect(page.getByText('Blijft in Postvak UIT')).toBeVisible()
  await expectState(page, 'Uitkomst onbekend')

  await path.getByRole('button', { name: 'Opnieuw verzenden' }).click()
  const sure = page.getByRole('alertdialog', { name: 'Echt opnieuw verzenden?' })
  await expect(sure).toContainText('staat het er straks twee keer')
  await sure.getByRole('button', { name: 'Annuleren' }).click()
  await expect(detail(page).getByRole('heading', { name: 'Poging 2' })).toHaveCount(0)
  await path.getByRole('button', { name: 'Opnieuw verzenden' }).click()
  await sure.getByRole('button', { name: 'Opnieuw verzenden' }).click()
  await expectState(page, 'Verzonden')
  await expect(detail(page).getByRole('heading', { name: 'Poging 2' })).toBeVisible()
  await expect(detail(page).getByRole('heading', { name: 'Later beslissen' })).toBeVisible()
  await expect(detail(page).getByRole('heading', { name: 'Opnieuw verzenden' })).toBeVisible()

  await newDispute(page, { invoice: 'DEMO-RESET' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await goTo(page, 'Postvak UIT')
  await openItem(page, 'DEMO-RESET')
  await path.getByRole('button', { name: 'Het is aangekomen' }).click()
  const arrived = page.getByRole('alertdialog', { name: 'Het is aangekomen' })
  await arrived.getByLabel('Geschilnummer van Billink').fill('4711')
  await arrived.getByRole('button', { name: 'Zet op Verzonden' }).click()
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('Volgens jou aangekomen; de ontvanger heeft het niet bevestigd.')
  await expect(detail(page)).toContainText('4711')
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('no answer at all leaves the outcome unknown: a create waits for a person, an update repeats itself and then asks', async ({
  app,
  page,
}) => {
  await settleIn(page)
  await hurryTime(app)
  await newDispute(page, { invoice: 'DEMO-SILENT' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await expect(detail(page)).toContainText('Alles is verzonden, maar Billink antwoordde niet op tijd.')

  await newNote(page, { sale: '99000504', text: 'Eerste' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await page.getByRole('button', { name: 'Beslissen in Postvak UIT' }).click()
  await page.getByRole('button', { name: 'Het is aangekomen' }).click()
  await page.getByRole('button', { name: 'Zet op Verzonden' }).click()
  // The other one that waits for a word takes its place, and the focus.
  await expect(page.getByText('Vastgelegd voor 99000504. Dit is de volgende.')).toBeVisible()
  await expect(detail(page).getByRole('heading', { level: 1, name: /DEMO-SILENT/ })).toBeFocused()
  await expect(page.getByRole('option', { selected: true })).toContainText('DEMO-SILENT')

  await goTo(page, 'Notities')
  await openItem(page, '99000504')
  await page.getByRole('button', { name: 'Bijwerken' }).click()
  await page.getByRole('textbox', { name: 'Tekst van de notitie' }).fill('Tweede')
  await submit(page)
  await expect(detail(page).getByRole('heading', { name: 'Poging 4' })).toBeVisible()
  await expectState(page, 'Uitkomst onbekend')
  await page.getByRole('button', { name: 'Beslissen in Postvak UIT' }).click()
  await page.getByRole('button', { name: 'Opnieuw verzenden' }).click()
  const sure = page.getByRole('alertdialog', { name: 'Echt opnieuw verzenden?' })
  await expect(sure).toContainText('Opnieuw verzenden geeft hetzelfde resultaat.')
  await sure.getByRole('button', { name: 'Annuleren' }).click()
  await page.getByRole('button', { name: 'Sluiten zonder antwoord' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sluiten', exact: true }).click()

  await goTo(page, 'Geschiedenis')
  const items = page.getByRole('listbox').getByRole('option')
  await expect(items.filter({ hasText: 'Gesloten' })).toHaveCount(1)
  for (const text of ['DEMO-SILENT', 'Notitie maken']) {
    await items.filter({ hasText: text }).click()
    await expect(detail(page).getByRole('heading', { name: 'Poging 1' })).toBeVisible()
    await expect(detail(page).getByRole('heading', { name: 'Poging 2' })).toHaveCount(0)
  }
})
