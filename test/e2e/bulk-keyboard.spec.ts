import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { addAccount, digiwalletAt, practising } from '#test/support/accounts.ts'
import { cellOf, writeTable } from '#test/support/bulk-clerk.ts'
import { settleIn } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { willChoose, willSave } from '#test/support/native.ts'
import { playDigiwallet } from '#test/support/played-digiwallet.ts'

/** Tab by Tab to a button; more than a screen has would be a way that nobody finds. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press('Tab')
    if (await button.evaluateAll((all) => all.some((element) => element === document.activeElement))) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

test('a table is opened, mended, confirmed, sent and kept without a mouse', async ({ app, page, userData }) => {
  const { keyboard } = page
  const step = (name: string) => page.getByRole('region', { name, exact: true })
  const vendor = await playDigiwallet()
  await settleIn(page)
  await addAccount(app, page, practising(digiwalletAt(vendor.url)))
  const table = await writeTable(userData, 'toetsen.csv', [
    ['Transactienummer', 'Betaalmethode', 'Factuurnummer'],
    ['7000x', 'IDE', '2026-1'],
    ['70000002', 'IDE', '2026-2'],
  ])
  await willChoose(app, table)

  await keyboard.press('Control+4')
  await expect(step('Bestand')).toBeFocused()
  await tabTo(page, 'Bestand kiezen…')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'toetsen.csv' })).toBeVisible()
  await expect(step('Bestand')).toBeFocused()
  await tabTo(page, 'Verder naar kolommen')
  await keyboard.press('Enter')
  await expect(step('Kolommen')).toBeFocused()
  await tabTo(page, 'Controleer 2 rijen')
  await keyboard.press('Enter')
  await expect(step('Controle')).toBeFocused()

  while (!(await page.getByRole('tab', { name: 'Alle 2' }).evaluate((tab) => tab === document.activeElement))) {
    await keyboard.press('Tab')
  }
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: '1 fout' })).toBeFocused()
  await expect(cellOf(page, 2, 'saleID')).toBeVisible()
  await keyboard.press('Tab')
  await expect(page.getByRole('grid', { name: 'Rijen' })).toBeFocused()
  for (let column = 0; column < 5; column += 1) await keyboard.press('ArrowRight')
  await keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Transactienummer van rij 2' })).toBeFocused()
  await keyboard.type('70000001')
  await keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: '2 goed' })).toBeVisible()
  await keyboard.press('Control+z')
  await expect(page.getByRole('tab', { name: '1 fout' })).toBeVisible()
  await keyboard.press('Control+y')
  await expect(page.getByRole('tab', { name: '2 goed' })).toBeVisible()

  await keyboard.press('ArrowUp')
  const heading = page.getByRole('columnheader', { name: 'Transactienummer' })
  const width = () => heading.evaluate((element) => element.clientWidth)
  const before = await width()
  await keyboard.press('Shift+ArrowRight')
  await expect.poll(width).toBeGreaterThan(before)
  await keyboard.press('Enter')
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('grid', { name: 'Rijen' }).getByRole('row').nth(1)).toContainText('70000001')
  await keyboard.press('ArrowDown')
  await keyboard.press('Control+h')
  const replacing = page.getByRole('dialog', { name: 'Transactienummer vervangen' })
  await expect(replacing).toContainText('“70000001” staat in 1 rij.')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('70000003')
  await keyboard.press('Enter')
  await expect(replacing).toHaveCount(0)
  await expect(cellOf(page, 2, 'saleID')).toContainText('70000003')
  await keyboard.press('Control+z')
  await expect(cellOf(page, 2, 'saleID')).toContainText('70000001')

  await tabTo(page, 'Verder naar verzenden')
  await keyboard.press('Enter')
  await expect(step('Verzenden')).toBeFocused()
  await tabTo(page, 'Verzend 2 rijen')
  await keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: '2 rijen verzenden?' })
  await expect(question).toBeVisible()
  await tabTo(page, 'Verzend 2 rijen')
  await keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(step('Verzenden')).toBeFocused()
  vendor.answerAll()
  await expect(step('Resultaat')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Klaar. 2 verzonden' })).toHaveCount(1)

  const result = path.join(userData, 'resultaat.csv')
  await willSave(app, result)
  await tabTo(page, 'Resultaat opslaan')
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Excel' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect.poll(() => readFile(result, 'utf8').catch(() => '')).toContain('70000001')
  expect(vendor.arrived).toEqual(['POST 70000001', 'POST 70000002'])
  await vendor.close()
})
