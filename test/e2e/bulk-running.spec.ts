import type { ElectronApplication, Page } from '@playwright/test'
import { addAccount, digiwalletAt, practising } from '#test/support/accounts.ts'
import {
  checkTable,
  cellOf,
  expectStep,
  figure,
  filterRows,
  goToStep,
  grid,
  openTable,
  runState,
  sendTable,
  writeTable,
} from '#test/support/bulk-clerk.ts'
import { detail, expectState, goTo, settleIn } from '#test/support/clerk.ts'
import { ended, killApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { startNotifier, type FakeNotifier } from '#test/support/fake-notifier.ts'
import { closeWindow, questionsAsked, willAnswer } from '#test/support/native.ts'
import { playDigiwallet } from '#test/support/played-digiwallet.ts'

/** Sales from this number on, each with a text of its own. */
const sales = (first: number, count: number) => Array.from({ length: count }, (_, index) => String(first + index))

const openSales = async (app: ElectronApplication, page: Page, folder: string, name: string, numbers: readonly string[]) =>
  openTable(
    app,
    page,
    await writeTable(folder, name, [
      ['Transactienummer', 'Betaalmethode', 'Factuurnummer'],
      ...numbers.map((sale, index) => [sale, 'IDE', `2026-${index + 1}`]),
    ]),
  )

let notifier: FakeNotifier | null = null
test.afterEach(async () => {
  await notifier?.end()
  notifier = null
})

test('a run pauses when its first row is refused, holds and goes on as the clerk says, and calls when it needs one', async ({
  start,
  userData,
}) => {
  notifier = await startNotifier(userData)
  const { app, page } = await start(notifier.env)
  const vendor = await playDigiwallet({ unknownSales: ['40000000'] })
  await settleIn(page)
  await addAccount(app, page, practising(digiwalletAt(vendor.url)))
  await openSales(app, page, userData, 'decembers.csv', sales(40_000_000, 30))
  await checkTable(page)
  await sendTable(page)
  await expectStep(page, 'Verzenden')
  await expect.poll(() => vendor.arrived).toEqual(['POST 40000000'])

  vendor.answer(1)
  await expect(runState(page)).toHaveText('Gepauzeerd')
  await expect(page.getByRole('main')).toContainText(
    'Rij 2 werd als eerste verzonden en is geweigerd. De rest is niet verzonden. Lees waarom, en stop of ga door.',
  )
  await expect(figure(page, 'Geweigerd')).toHaveText('1')
  await expect(figure(page, 'Te gaan')).toHaveText('29')
  await goToStep(page, 'Resultaat')
  await expect(cellOf(page, 2, 'messages')).toContainText('Sale not found.')
  expect(vendor.arrived).toHaveLength(1)

  await goTo(page, 'Notities')
  await expect.poll(notifier.shown).toHaveLength(1)
  expect(notifier.shown()[0]).toBe(
    'Bulkverzending gepauzeerd: decembers.csv | 0 verzonden, 1 geweigerd. 29 rijen wachten op jou.',
  )
  notifier.click()
  await expect(page.getByRole('heading', { level: 1, name: 'decembers.csv' })).toBeVisible()

  await page.getByRole('button', { name: 'Hervatten' }).click()
  await expect(runState(page)).toHaveText('Bezig')
  await expect.poll(() => vendor.arrived.length).toBe(2)
  vendor.answer(9)
  await expect(figure(page, 'Verzonden')).toHaveText('9')
  await goTo(page, 'Geschiedenis')
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Bulk/ })).toHaveAccessibleName(/33/)
  await goTo(page, 'Bulk')
  await page.getByRole('main').getByRole('button', { name: 'decembers.csv' }).click()

  await willAnswer(app, 1)
  await closeWindow(app)
  await expect.poll(() => questionsAsked(app)).toHaveLength(1)
  expect((await questionsAsked(app))[0]?.split('\n')).toEqual([
    'Er moeten nog 20 rijen van een bulkverzending worden verzonden.',
    expect.any(String),
    'Pauzeren en afsluiten',
    'Open laten',
  ])
  await expect(runState(page)).toHaveText('Bezig')

  await expect.poll(() => vendor.arrived.length).toBe(14)
  await page.getByRole('button', { name: 'Pauzeren' }).click()
  await expect(runState(page)).toHaveText('Gepauzeerd')
  await expect(page.getByRole('main')).toContainText('Je hebt gepauzeerd.')
  vendor.answerAll()
  await expect(figure(page, 'Verzonden')).toHaveText('13')
  expect(vendor.arrived).toHaveLength(14)

  await page.getByRole('button', { name: 'Stoppen' }).click()
  const sure = page.getByRole('alertdialog', { name: 'Stoppen met verzenden?' })
  await expect(sure).toContainText('16 rijen worden dan niet meer verzonden.')
  await sure.getByRole('button', { name: 'Stoppen' }).click()
  await expectStep(page, 'Resultaat')
  await expect(page.getByRole('tab')).toHaveText(['Alle 30', 'Verzonden 13', 'Geweigerd 1', 'Niet verzonden 16'])

  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('menuitem', { name: 'Niet verzonden rijen alsnog' }).click()
  await expect(page.getByRole('tab')).toHaveText(['Alle 16', '16 goed'])
  await sendTable(page)
  await expect(runState(page)).toHaveText('Klaar')
  await expect(page.getByRole('tab', { name: 'Verzonden 29' })).toBeVisible()
  expect(new Set(vendor.arrived).size).toBe(30)
  expect(vendor.arrived).toHaveLength(30)
  await expect.poll(notifier.shown).toHaveLength(2)
  expect(notifier.shown()[1]).toBe('Bulkverzending klaar: decembers.csv | 29 verzonden, 1 geweigerd.')
  await vendor.close()
})

test('an app that is killed in the middle of a run asks before it goes on, and sends no sale twice', async ({
  start,
  userData,
}) => {
  const vendor = await playDigiwallet()
  const first = await start()
  await settleIn(first.page)
  await addAccount(first.app, first.page, practising(digiwalletAt(vendor.url)))
  await openSales(first.app, first.page, userData, 'afgebroken.csv', sales(50_000_000, 20))
  await checkTable(first.page)
  vendor.answer(8)
  await sendTable(first.page)
  await expect.poll(() => vendor.arrived.length).toBe(12)
  await expect(figure(first.page, 'Verzonden')).toHaveText('8')
  await killApp(first.app)

  const { app, page } = await start()
  await goTo(page, 'Bulk')
  await page.getByRole('main').getByRole('button', { name: 'afgebroken.csv' }).click()
  await expect(runState(page)).toHaveText('Gepauzeerd')
  await expect(page.getByRole('main')).toContainText(
    'Balie is opnieuw gestart. Kijk de aantallen na en ga door als de rest mag worden verzonden.',
  )
  await expect(figure(page, 'Verzonden')).toHaveText('8')
  await expect(figure(page, 'Uitkomst onbekend')).toHaveText('4')
  await expect(figure(page, 'Te gaan')).toHaveText('8')
  expect(vendor.arrived).toHaveLength(12)

  await goToStep(page, 'Resultaat')
  await filterRows(page, 'Uitkomst onbekend 4')
  await expect(grid(page).getByRole('row', { name: /^10 / })).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expectState(page, 'Uitkomst onbekend')
  await expect(detail(page)).toContainText('Balie stopte terwijl dit item onderweg was.')
  await page.getByRole('button', { name: 'Beslissen in Postvak UIT' }).click()
  await page.getByRole('button', { name: 'Het is aangekomen' }).click()
  await page.getByRole('button', { name: 'Zet op Verzonden' }).click()
  await expectState(page, 'Verzonden')
  await page.getByRole('button', { name: /^Rij \d+ van afgebroken\.csv/ }).click()
  await goToStep(page, 'Resultaat')
  await page.getByRole('button', { name: 'Beslissen over 3 onbekende…' }).click()
  const decide = page.getByRole('dialog', { name: '3 rijen met onbekende uitkomst' })
  await decide.getByText('Ja, ze zijn aangekomen').click()
  await decide.getByRole('button', { name: 'Verder' }).click()
  await page
    .getByRole('alertdialog', { name: '3 rijen als aangekomen markeren?' })
    .getByRole('button', { name: 'Ja, ze zijn aangekomen' })
    .click()
  await expect(page.getByRole('tab', { name: 'Verzonden 12' })).toBeVisible()

  vendor.answerAll()
  await goToStep(page, 'Verzenden')
  await page.getByRole('button', { name: 'Hervatten' }).click()
  await expect(runState(page)).toHaveText('Klaar')
  await expect(page.getByRole('tab')).toHaveText(['Alle 20', 'Verzonden 20'])
  expect(vendor.arrived.toSorted()).toEqual(sales(50_000_000, 20).map((sale) => `POST ${sale}`))
  await closeWindow(app)
  await ended(app)
  await vendor.close()
})
