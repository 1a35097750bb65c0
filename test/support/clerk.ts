import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import type { Preferences } from '#shared/domain/preferences.ts'
import { pdf } from './sample-files.ts'
import { willChoose } from './native.ts'

/** What a clerk does at the screens, in the words a clerk sees. */

/** Calls main as the page does; for what a test needs to be so, not for what it proves. */
export async function call<T>(page: Page, procedure: string, input?: unknown): Promise<T> {
  const result = await page.evaluate(
    ([channel, value]) =>
      (window as unknown as { balie: { invoke(c: string, i: unknown): Promise<unknown> } }).balie.invoke(channel, value),
    [`balie:${procedure}`, input] as const,
  )
  const { ok, value, failure } = result as { ok: boolean; value: T; failure: unknown }
  if (!ok) throw new Error(`${procedure}: ${JSON.stringify(failure)}`)
  return value
}

/** The app as most tests want it: in Dutch, past the welcome, and without a hold. */
export async function settleIn(page: Page, preferences: Partial<Preferences> = {}): Promise<void> {
  await call(page, 'preferences.set', { language: 'nl', welcomeSeen: true, holdSeconds: 0, ...preferences })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Schermen' })).toBeVisible()
}

export type ScreenName =
  | 'Geschillen'
  | 'Notities'
  | 'Betalingsnotities'
  | 'Bulk'
  | 'Postvak UIT'
  | 'Geschiedenis'
  | 'Overzicht'
  | 'Instellingen'
  | 'Handleiding'

/** Goes to a screen by its place in the navigation. */
export async function goTo(page: Page, screen: ScreenName): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${screen}`) })
    .click()
  await expect(page.getByRole('main', { name: screen, exact: true })).toBeVisible()
}

/** What the screen in view has open, beside its list. */
export const detail = (page: Page): Locator =>
  page.getByRole('region', { name: /^(Geschil|Notitie|Betalingsnotitie|Item|Account)$/ })

export type StateName =
  | 'In wachtrij'
  | 'Wacht op jou'
  | 'Bezig'
  | 'Verzonden'
  | 'Geweigerd'
  | 'Uitkomst onbekend'
  | 'Wacht op sleutel'

/** The state of the item that is open, as it is read out. */
export const expectState = (page: Page, state: StateName): Promise<void> =>
  expect(detail(page).getByRole('status').filter({ hasText: state })).toBeVisible()

/** Opens a line of the list in view. */
export const openItem = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('main').getByRole('option').filter({ hasText: text }).first().click()

export async function writePdf(folder: string, name = 'bon.pdf', content: Buffer | string = pdf()): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

/** Attaches a file through the native chooser. */
export async function pickFile(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await willChoose(app, file)
  await page.getByRole('button', { name: /^Bestanden kiezen/ }).click()
}

/** Drops a file from the desktop on a part of the page, with the browser's own drag events. */
export async function dropFile(target: Locator, ...files: string[]): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('There is nothing to drop on')
  const browser = await target.page().context().newCDPSession(target.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 20,
      y: box.y + 20,
      data: { items: [], files, dragOperationsMask: 1 },
    })
  }
}

export interface DisputeText {
  invoice: string
  name?: string
  email?: string
  category?: string
  locale?: string
  message?: string
}

const defaults = { name: 'Jan Jansen', email: 'jan@example.nl', category: 'retour', locale: 'nl', message: 'Product beschadigd.' }

/** Types into a field with a list, and closes the list that typing opened. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Escape')
}

export async function fillDispute(page: Page, text: DisputeText): Promise<void> {
  const { invoice, name, email, category, locale, message } = { ...defaults, ...text }
  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill(invoice)
  await typeInto(page.getByRole('combobox', { name: 'Naam van de klant' }), name)
  await typeInto(page.getByRole('combobox', { name: 'E-mailadres van de klant' }), email)
  await typeInto(page.getByRole('combobox', { name: 'Categorie' }), category)
  await typeInto(page.getByRole('combobox', { name: 'Taal van het geschil' }), locale)
  await page.getByRole('textbox', { name: 'Bericht' }).fill(message)
}

export async function newDispute(page: Page, text: DisputeText): Promise<void> {
  await goTo(page, 'Geschillen')
  await page.getByRole('button', { name: 'Nieuw geschil' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('')
  await fillDispute(page, text)
}

export interface NoteText {
  sale: string
  outlet?: string
  /** By name, as in the list. */
  method?: string
  /** Left as it is where it is not given. */
  text?: string
}

/** Chooses a payment method by its name. */
export async function chooseMethod(page: Page, method: string): Promise<void> {
  await detail(page).getByRole('button', { name: 'Betaalmethode' }).click()
  await page.getByRole('option', { name: method }).click()
}

/** Create, update or delete. */
export const chooseAction = (page: Page, action: 'Maken' | 'Bijwerken' | 'Verwijderen'): Promise<void> =>
  page.getByRole('radiogroup', { name: 'Wat wil je doen?' }).getByText(action, { exact: true }).click()

export async function newNote(page: Page, { sale, outlet = '12345', method = 'iDEAL', text }: NoteText): Promise<void> {
  await goTo(page, 'Notities')
  await page.getByRole('button', { name: 'Nieuwe notitie' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Transactienummer' })).toHaveValue('')
  await typeInto(page.getByRole('combobox', { name: 'Outlet' }), outlet)
  await page.getByRole('textbox', { name: 'Transactienummer' }).fill(sale)
  await chooseMethod(page, method)
  if (text !== undefined) await page.getByRole('textbox', { name: 'Tekst van de notitie' }).fill(text)
}

/** The payment that a note is for, as it is shown before anything is changed at it. */
export const paymentCard = (page: Page): Locator => detail(page).getByRole('region', { name: 'Betaling', exact: true })

/** Types a payment's number, moves on, and waits until the payment was read. */
export async function newPaymentNote(page: Page, { payment, text }: { payment: string; text?: string }): Promise<void> {
  await goTo(page, 'Betalingsnotities')
  await page.getByRole('button', { name: 'Nieuwe betalingsnotitie' }).first().click()
  const field = page.getByRole('textbox', { name: 'Betalingsnummer' })
  await expect(field).toHaveValue('')
  await field.fill(payment)
  await field.press('Tab')
  await expect(paymentCard(page).getByRole('button', { name: 'Opnieuw lezen' })).toBeVisible()
  if (text !== undefined) await page.getByRole('textbox', { name: 'Tekst van de notitie' }).fill(text)
}

/** Opens the last look before submitting. */
export async function review(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** Reviews and submits whatever form is open. */
export async function submit(page: Page, button = 'Indienen'): Promise<void> {
  const dialog = await review(page)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}
