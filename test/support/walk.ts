import type { ElectronApplication, Page } from '@playwright/test'
import {
  expectState,
  goTo,
  newDispute,
  newNote,
  newPaymentNote,
  openItem,
  pickFile,
  review,
  settleIn,
  submit,
  writePdf,
} from './clerk.ts'
import { walkBulk } from './walk-bulk.ts'

export interface Stop {
  /** What a failure is called. */
  name: string
  /** True where a dialog lies over the page. */
  isDialog: boolean
}

/** Calls at every screen, form, item and dialog there is; `look` sees each of them as a clerk does. */
export async function walk(
  { app, page, folder }: { app: ElectronApplication; page: Page; folder: string },
  look: (stop: Stop) => Promise<void>,
): Promise<void> {
  const at = (name: string) => look({ name, isDialog: false })
  const over = (name: string) => look({ name, isDialog: true })
  const { keyboard } = page

  await over('welcome')
  await settleIn(page)
  await at('disputes, none yet')
  await newDispute(page, { invoice: 'F-wandeling', email: 'geen adres' })
  await pickFile(app, page, await writePdf(folder))
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await page.getByRole('form').getByRole('alert').waitFor()
  await at('dispute with an error')
  await page.getByRole('combobox', { name: 'E-mailadres van de klant' }).fill('jan@example.nl')
  await review(page)
  await over('review of a dispute')
  await page.getByRole('dialog').getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await at('answer to a dispute')

  await newNote(page, { sale: '12345678', text: 'Factuur 12/3' })
  await at('note')
  await submit(page)
  await expectState(page, 'Verzonden')
  await at('note that was sent')
  await page.getByRole('button', { name: 'Bijwerken' }).click()
  await page.getByRole('button', { name: 'Verwijder en maak opnieuw' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('delete and create again')
  await keyboard.press('Escape')

  await newPaymentNote(page, { payment: 'tr_oefen1006', text: 'Batterijen nagestuurd' })
  await at('note on a payment with other data')
  await newPaymentNote(page, { payment: 'tr_oefen1004', text: 'Van ons' })
  await at('note on a payment that has one')
  await review(page)
  await over('review of a note on a payment')
  await page.getByRole('dialog').getByRole('button', { name: 'Toch indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await page.getByRole('button', { name: 'Wat Balie las' }).click()
  await at('note on a payment that was sent')
  await newPaymentNote(page, { payment: 'tr_demoReset', text: 'Kwam het aan?' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await at('outcome that Balie looks up')

  await newDispute(page, { invoice: 'DEMO-RESET' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  await goTo(page, 'Postvak UIT')
  await openItem(page, 'DEMO-RESET')
  await at('unknown outcome')
  await page.getByRole('button', { name: 'Het is aangekomen' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('it arrived')
  await keyboard.press('Escape')
  await page.getByRole('button', { name: 'Opnieuw verzenden' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('send again')
  await keyboard.press('Escape')

  await walkBulk({ app, page, folder, at, over })

  await goTo(page, 'Geschiedenis')
  await page.getByRole('searchbox', { name: 'Zoek in geschiedenis' }).fill('factuur 12/3')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.locator('mark').first().waitFor()
  await at('history, searched and with all filters')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page
    .getByRole('option')
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('button', { name: 'Kopieer nummers' }).waitFor()
  await at('history with an item marked')
  await page.getByRole('button', { name: 'Wis keuze' }).click()
  await page.getByRole('button', { name: 'Bewaarde zoekopdrachten' }).click()
  await page.getByRole('menuitem', { name: 'Deze zoekopdracht bewaren' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('save a search')
  await keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Zoek in geschiedenis' }).fill('DEMO-RESET')
  await page
    .getByRole('option', { name: 'DEMO-RESET' })
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('button', { name: 'Beslis over 1' }).click()
  await page.getByRole('dialog').waitFor()
  await over('decide on several')
  await keyboard.press('Escape')
  await page.getByRole('button', { name: 'Wis keuze' }).click()
  await page.getByRole('searchbox', { name: 'Zoek in geschiedenis' }).fill('')
  await openItem(page, 'F-wandeling')
  await page.getByRole('button', { name: 'Antwoord zoals het kwam' }).click()
  await at('item in history')
  await goTo(page, 'Overzicht')
  await page.getByRole('button', { name: 'Tabel: Per dag' }).click()
  await page.getByRole('button', { name: 'Tabel: Per status' }).click()
  await at('overview with tables')

  await goTo(page, 'Instellingen')
  for (const [index, name] of ['Billink', 'DigiWallet', 'Mollie'].entries()) {
    await page.getByRole('main').getByRole('listitem').getByRole('button', { name: 'Oefenwinkel' }).nth(index).click()
    await page.getByRole('heading', { level: 1, name: 'Oefenwinkel' }).waitFor()
    await at(`${name} account`)
  }
  await page.getByRole('button', { name: 'Account verwijderen' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('remove account')
  await keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Standaardteksten' }).click()
  await page.getByRole('button', { name: 'Nieuwe standaardtekst' }).first().click()
  await page.getByRole('menuitem', { name: 'Geschillen' }).click()
  await page.getByRole('textbox', { name: 'Tekst' }).fill('Beste {naam}, het is {reden}.')
  await at('text template')
  await page.getByRole('tab', { name: 'Voorkeuren' }).click()
  await at('preferences')
  await page.getByRole('tab', { name: 'Veiligheid' }).click()
  await at('safety')
  await page.getByRole('button', { name: 'Reservekopie maken…' }).click()
  await page.getByRole('dialog').waitFor()
  await over('passphrase of a backup')
  await keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Privacy' }).click()
  await at('privacy')
  await page.getByLabel('Naam, e-mailadres of nummer').fill('F-wandeling')
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click()
  await page.getByRole('list', { name: 'Gevonden' }).waitFor()
  await at('what was found of a customer')
  await page.getByRole('button', { name: /wissen$/ }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('erase a customer')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /wissen$/ })
    .click()
  await page.getByRole('list', { name: 'Gevonden' }).waitFor({ state: 'hidden' })
  await goTo(page, 'Geschiedenis')
  await openItem(page, 'Tekst gewist')
  await at('item whose text was erased')
  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Over Balie' }).click()
  await page.getByText('Gegevensmap').waitFor()
  await at('about')
  for (const screen of await page.getByRole('navigation').getByRole('button').all()) {
    await screen.click()
    await at((await screen.innerText()).trim())
  }
  await keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await over('palette')
  await keyboard.press('Escape')
}
