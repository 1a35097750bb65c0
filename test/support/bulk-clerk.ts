import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { goTo } from './clerk.ts'
import { willChoose } from './native.ts'

/** What a clerk does with a whole table, in the words a clerk sees. */

export type StepName = 'Bestand' | 'Kolommen' | 'Controle' | 'Verzenden' | 'Resultaat'

/** The step in view, as it is read out. */
export const expectStep = (page: Page, step: StepName): Promise<void> =>
  expect(page.getByRole('navigation', { name: 'Stappen' }).locator('[aria-current=step]')).toContainText(step)

/** Goes to a step that is open by its name above the table. */
export async function goToStep(page: Page, step: StepName): Promise<void> {
  await page.getByRole('navigation', { name: 'Stappen' }).getByRole('button', { name: step }).click()
  await expectStep(page, step)
}

/** A table as Excel saves it in the Netherlands: semicolons, and a byte order mark. */
export async function writeTable(folder: string, name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, `\uFEFF${rows.map((cells) => cells.join(';')).join('\r\n')}\r\n`)
  return file
}

/** Opens a table through the native chooser: the first step. `kind` is what its rows become, where it is not notes. */
export async function openTable(app: ElectronApplication, page: Page, file: string, kind?: string): Promise<void> {
  await goTo(page, 'Bulk')
  if (kind !== undefined)
    await page.getByRole('radiogroup', { name: 'Wat staat er in het bestand?' }).getByText(kind, { exact: true }).click()
  await willChoose(app, file)
  await page.getByRole('button', { name: 'Bestand kiezen…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: path.basename(file) })).toBeVisible()
  await expectStep(page, 'Bestand')
}

/** From the first step to the third, with the columns as they are suggested. */
export async function checkTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  await expectStep(page, 'Kolommen')
  await page.getByRole('button', { name: /^Controleer \d/ }).click()
  await expectStep(page, 'Controle')
}

/** Opens the last question before anything leaves. */
export async function askToSend(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Verder naar verzenden' }).click()
  await expectStep(page, 'Verzenden')
  await page.getByRole('button', { name: /^Verzend \d/ }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** From the check until the run is under way. */
export async function sendTable(page: Page): Promise<void> {
  const dialog = await askToSend(page)
  await dialog.getByRole('button', { name: /^Verzend \d/ }).click()
  await expect(dialog).toHaveCount(0)
}

/** How the run in view stands, as its badge says. */
export const runState = (page: Page): Locator => page.getByRole('main').locator('header [data-run-state]')

/** The table of rows in view. */
export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Rijen' })

/** The row with this number in the file. */
export const rowOf = (page: Page, row: number): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.locator('[data-cell=row]').getByText(String(row), { exact: true }) })

/** The cell of a row under a column, by the column's key. */
export const cellOf = (page: Page, row: number, column: string): Locator => rowOf(page, row).locator(`[data-cell=${column}]`)

/** Types another value into a cell. */
export async function editCell(page: Page, row: number, column: string, value: string): Promise<void> {
  await cellOf(page, row, column).dblclick()
  const editor = grid(page).getByRole('textbox')
  await editor.fill(value)
  await editor.press('Enter')
  await expect(editor).toHaveCount(0)
}

/** Shows the rows of one kind only. */
export async function filterRows(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('tablist', { name: 'Rijen filteren' }).getByRole('tab', { name }).click()
}

/** Says where a field comes from, by the words of the list. */
export async function chooseSource(page: Page, field: string, source: string | RegExp): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`(^|\\s)${field}$`) })
    .click()
  await page.getByRole('option', { name: source }).click()
}

/** What a figure of the progress says, such as "Verzonden". */
export const figure = (page: Page, name: string): Locator =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd')
