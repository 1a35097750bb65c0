import path from 'node:path'
import { openDatabase } from '#main/storage/database.ts'
import type { Page } from '@playwright/test'
import { detail, expectState, fillDispute, goTo, newDispute, newNote, openItem, settleIn, submit } from '#test/support/clerk.ts'
import { closeApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'

/** What a disk does to a file that nobody has open. */
function damage(folder: string, sql: string): void {
  const db = openDatabase(path.join(folder, 'ledger.sqlite'))
  db.exec(sql)
  db.close()
}

/** Keeps what the page puts on the clipboard: reading it is a permission that the app gives nobody. */
const keepCopies = (page: Page) =>
  page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset['copied'] = text
    }
  })
const copied = (page: Page) => page.evaluate(() => document.documentElement.dataset['copied'] ?? '')

test('what a disk damaged is shown where it belongs, and a clerk copies, reads and hides it', async ({ start, userData }) => {
  const first = await start()
  await settleIn(first.page)
  await newDispute(first.page, { invoice: 'F-2026-1' })
  await submit(first.page)
  await expectState(first.page, 'Verzonden')
  await newDispute(first.page, { invoice: 'F-2026-2' })
  await newNote(first.page, { sale: '12345678', text: 'Nog bezig' })
  await newNote(first.page, { sale: '12345679', text: 'Klaar' })
  await submit(first.page)
  await expectState(first.page, 'Verzonden')
  await closeApp(first.app)
  damage(
    userData,
    `UPDATE submissions SET payload = replace(payload, 'F-2026-1', 'F-2026-7') WHERE kind = 'dispute.create';
     UPDATE drafts SET fields = replace(fields, '"text"', '"text')`,
  )

  const { page } = await start()
  await keepCopies(page)
  await goTo(page, 'Geschiedenis')
  await expect(page.getByRole('option')).toHaveCount(2)
  await openItem(page, 'F-2026-1')
  await expect(detail(page).getByText('Beschadigd', { exact: true })).toBeVisible()
  await expect(detail(page)).toContainText('Balie kan dit item niet meer lezen en verzendt het niet.')
  await page.getByRole('button', { name: 'Kopieer diagnose' }).click()
  await expect.poll(() => copied(page)).toContain('table: submissions')
  expect(await copied(page)).not.toContain('F-2026')

  await openItem(page, '12345679')
  await page.getByRole('button', { name: 'Kopieer voor DigiWallet' }).click()
  await expect.poll(() => copied(page)).toContain('/sale-note')
  expect(await copied(page)).toContain('text: Klaar')

  await goTo(page, 'Notities')
  await page.getByRole('tab', { name: /Concepten/ }).click()
  await page.getByRole('button', { name: 'Toon tekst' }).click()
  const typed = page.getByRole('dialog', { name: 'Wat je typte' })
  await expect(typed).toContainText('Nog bezig')
  await typed.getByRole('button', { name: 'Sluiten' }).click()
  await page.getByRole('button', { name: 'Verbergen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Verbergen' }).click()
  await expect(page.getByText('Beschadigd concept')).toHaveCount(0)

  await goTo(page, 'Geschillen')
  await openItem(page, 'F-2026-2')
  await fillDispute(page, { invoice: 'F-2026-2', message: 'Gaat gewoon door' })
  await submit(page)
  await expectState(page, 'Verzonden')
})
