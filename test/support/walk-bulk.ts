import type { ElectronApplication, Page } from '@playwright/test'
import { cellOf, checkTable, expectStep, goToStep, grid, openTable, runState, sendTable, writeTable } from './bulk-clerk.ts'
import { goTo } from './clerk.ts'

interface Walker {
  app: ElectronApplication
  page: Page
  folder: string
  /** Looks at the page, or at a dialog over it. */
  at(name: string): Promise<void>
  over(name: string): Promise<void>
}

const header = ['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Factuurnummer', 'Test']

/** Calls at the five steps of a bulk run, the ways a run can stand, and each of its dialogs. */
export async function walkBulk({ app, page, folder, at, over }: Walker): Promise<void> {
  const { keyboard } = page
  const escape = async () => {
    await keyboard.press('Escape')
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor({ state: 'detached' })
  }
  await goTo(page, 'Bulk')
  await at('bulk, none yet')
  await openTable(
    app,
    page,
    await writeTable(folder, 'wandeling.csv', [
      header,
      ['12345', '12345679', 'IDE', '1', 'nee'],
      ['12345', '99000504', 'iDEAL', '2', 'nee'],
      ['12345', '99999999', 'IDE', '3', 'nee'],
      ['12345', '1234 5678', 'IDE', '4', 'nee'],
      ['12345', '12345679', 'IDE', '5', 'ja'],
      ['12345', '12345679', 'IDE', '6', 'nee'],
    ]),
  )
  await at('bulk: file')
  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst van elke rij' })
  await text.fill('Factuur {nummer}')
  await page.getByRole('button', { name: /^Controleer \d/ }).click()
  await page.getByText('Er is geen kolom “nummer”').waitFor()
  await at('bulk: columns with an error')
  await text.fill('Factuur {factuurnummer}')
  await page.getByRole('button', { name: /^Controleer \d/ }).click()
  await expectStep(page, 'Controle')
  await page.getByRole('list', { name: 'Meldingen bij de rijen' }).getByRole('button').first().click()
  await at('bulk: check')
  await cellOf(page, 5, 'saleID').dblclick()
  await at('bulk: a cell is edited')
  await keyboard.press('Escape')
  await page.getByRole('button', { name: 'Verder naar verzenden' }).click()
  await page.getByRole('button', { name: 'Geavanceerd' }).click()
  await at('bulk: send')
  await page.getByRole('button', { name: /^Verzend \d/ }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('bulk: confirm')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Verzend \d/ })
    .click()
  await runState(page).filter({ hasText: 'Klaar' }).waitFor()
  await grid(page).focus()
  await at('bulk: result')
  await page.getByRole('button', { name: 'Beslissen over 1 onbekende…' }).click()
  await over('bulk: decide on unknown rows')
  await page.getByText('Nee, verzend ze opnieuw').click()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('bulk: send unknown rows again')
  await escape()
  await page.getByRole('button', { name: 'Verwijderen' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('bulk: remove')
  await escape()

  await openTable(app, page, await writeTable(folder, 'geweigerd.csv', [header, ['12345', '99999998', 'IDE', '1', 'nee']]))
  await checkTable(page)
  await sendTable(page)
  await goToStep(page, 'Verzenden')
  await runState(page).filter({ hasText: 'Gepauzeerd' }).waitFor()
  await at('bulk: paused')
  await page.getByRole('button', { name: 'Stoppen' }).click()
  await page.getByRole('alertdialog').waitFor()
  await over('bulk: stop')
  await escape()
  await goTo(page, 'Bulk')
  await page.getByRole('radiogroup', { name: 'Wat staat er in het bestand?' }).getByText('Geschillen').click()
  await at('bulk, with runs')
}
