import type { ElectronApplication, Page } from '@playwright/test'
import { askToSend, editCell, expectStep, filterRows, grid, openTable, runState, writeTable } from '#test/support/bulk-clerk.ts'
import type { Teller } from './teller.ts'

/** Sales of the practice environment, with what goes wrong in real tables: a typing error, a sale twice, one that is not there. */
const sales = [
  ['12345', '12345679', 'iDEAL', '2026-10443', '2-11-2026'],
  ['12345', '12345680', 'Bancontact', '2026-10444', '2-11-2026'],
  ['12345', '1234 5681', 'AFP', '2026-10445', '3-11-2026'],
  ['12345', '12345682', 'CC', '2026-10446', '3-11-2026'],
  ['12345', '12345683', 'PSC', '2026-10447', '4-11-2026'],
  ['12345', '12345679', 'iDEAL', '2026-10448', '4-11-2026'],
  ['12345', '12345699', 'IDE', '2026-10449', '5-11-2026'],
  ['12346', '00020265', 'IDE', '2026-10450', '5-11-2026'],
]

/** A small table through all five steps. */
export async function bulk(app: ElectronApplication, page: Page, folder: string, { say, picture, run }: Teller): Promise<void> {
  say('Notes in bulk, from a table of eight sales: read, mended, confirmed, sent.')
  const header = ['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Factuurnummer', 'Datum']
  await openTable(app, page, await writeTable(folder, 'facturen-november.csv', [header, ...sales]))
  await picture('bulk-file')
  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  await page.getByRole('textbox', { name: 'Tekst van elke rij' }).fill('Factuur {factuurnummer} van {datum}')
  await page
    .getByRole('region', { name: /^Voorbeeld/ })
    .getByText('Factuur 2026-10443 van 2-11-2026')
    .waitFor()
  await picture('bulk-columns')
  await page.getByRole('button', { name: /^Controleer \d/ }).click()
  await expectStep(page, 'Controle')
  await grid(page).focus()
  await picture('bulk-check')
  await editCell(page, 4, 'saleID', '12345681')
  const dialog = await askToSend(page)
  await picture('bulk-confirm')
  await dialog.getByRole('button', { name: /^Verzend \d/ }).click()
  await runState(page).filter({ hasText: 'Klaar' }).waitFor()
  await filterRows(page, /^Alle/)
  await picture('bulk-result')
  await run()
}
