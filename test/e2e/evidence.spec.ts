import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from '@playwright/test'
import { detail, dropFile, expectState, goTo, newDispute, review, settleIn } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { heicPicture, turnedJpeg, twoPageTiff, webpPicture } from '#test/support/evidence-samples.ts'
import { eml } from '#test/support/mail-samples.ts'
import { willSave } from '#test/support/native.ts'
import { doc, pdf } from '#test/support/sample-files.ts'

/** Writes files to the test's folder; answers with their paths. */
const written = (folder: string, files: Record<string, Buffer>) =>
  Promise.all(
    Object.entries(files).map(async ([name, bytes]) => {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return path
    }),
  )
const message = (page: Page) => page.getByRole('textbox', { name: 'Bericht' })
const rows = (page: Page) => page.getByRole('grid', { name: /^Bestanden, in de volgorde/ }).getByRole('row')

test('photos, a scan and a PDF become the one file that goes, in the clerk’s order, and are seen page by page', async ({
  app,
  page,
  userData,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-samen', message: 'Drie foto’s' })
  const files = { 'foto.heic': heicPicture(), 'scherm.webp': webpPicture(), 'scan.tif': twoPageTiff(), 'bon.pdf': pdf() }
  await dropFile(message(page), ...(await written(userData, files)))
  await expect(page.getByText(/^4 bestanden samen in één pdf: 5 pagina’s/)).toBeVisible()

  // By keyboard: picked up, two places down, put down.
  await page.getByRole('button', { name: 'foto.heic verplaatsen' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(0)).toContainText('scherm.webp')

  await page.getByRole('button', { name: 'Pagina’s van scan.tif' }).click()
  await page.getByRole('button', { name: 'Pagina 2 weglaten' }).click()
  await expect(page.getByText(/^4 bestanden samen in één pdf: 4 pagina’s/)).toBeVisible()

  const dialog = await review(page)
  await expect(dialog.locator('canvas[data-drawn]').first()).toBeVisible()
  await expect(dialog.getByRole('img', { name: /scherm \+3\.pdf, pagina \d van 4/ })).toHaveCount(4)
  await dialog.getByRole('button', { name: 'Indienen', exact: true }).click()
  await expectState(page, 'Verzonden')
  await expect(detail(page)).toContainText('"fileName": "scherm +3.pdf"')
  await page.getByRole('button', { name: 'Bekijken: scherm +3.pdf' }).click()
  await expect(page.getByRole('dialog').locator('canvas[data-drawn]').first()).toBeVisible()
  await page.keyboard.press('Escape')

  // All that is known of it in one file, with the pages that went along, for oneself alone.
  const file = join(userData, 'dossier.pdf')
  await willSave(app, file)
  await page.getByRole('button', { name: 'Dossier opslaan' }).click()
  await expect(page.getByText('Dossier opgeslagen')).toBeVisible()
  // Two of text, since the practice environment answers at length, and the four that went along.
  expect((await PDFDocument.load(await readFile(file))).getPageCount()).toBe(6)
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('Word beside others says what can be done, and nothing goes without it; a damaged file is named', async ({
  page,
  userData,
}) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-word' })
  await dropFile(message(page), ...(await written(userData, { 'brief.doc': doc(), 'bon.pdf': pdf() })))
  await expect(page.getByText(/“brief\.doc” is een Word-bestand en kan niet samen/)).toBeVisible()
  await page.getByRole('button', { name: 'Controleren en indienen' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'brief.doc verwijderen' }).click()
  await dropFile(message(page), ...(await written(userData, { 'kapot.webp': webpPicture().subarray(0, 40) })))
  await expect(page.getByText(/“kapot\.webp” is beschadigd/)).toBeVisible()
  await page.getByRole('button', { name: 'kapot.webp verwijderen' }).click()
  await expect(page.getByText(/^Gaat mee zoals het is/)).toBeVisible()
})

test('a mail that is dropped on any screen begins a dispute with what it says, and its attachments to tick', async ({
  page,
  userData,
}) => {
  await settleIn(page)
  await goTo(page, 'Geschiedenis')
  await dropFile(page.getByRole('region', { name: 'Item' }), ...(await written(userData, { 'bon.pdf': pdf() })))
  await expect(page.getByText(/^Bestanden horen bij een geschil/)).toBeVisible()
  const mail = eml({
    from: { name: 'Zoë de Groot', address: 'zoe@voorbeeld.example' },
    subject: 'Factuurnummer 2026-0042',
    text: 'Ik betwist de factuur.\n\nZoë',
    attachments: [{ name: 'schade.jpg', bytes: turnedJpeg() }],
  })
  await dropFile(page.getByRole('region', { name: 'Item' }), ...(await written(userData, { 'klacht.eml': mail })))
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('2026-0042')
  await expect(page.getByRole('combobox', { name: 'Naam van de klant' })).toHaveValue('Zoë de Groot')
  await expect(page.getByRole('combobox', { name: 'E-mailadres van de klant' })).toHaveValue('zoe@voorbeeld.example')
  await expect(message(page)).toHaveValue('Ik betwist de factuur.\n\nZoë')
  await page.getByRole('checkbox', { name: /schade\.jpg/ }).check()
  await page.getByRole('button', { name: '1 bijlage toevoegen' }).click()
  await expect(page.getByText(/^2 bestanden samen in één pdf: 2 pagina’s/)).toBeVisible()
})
