import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '#main/storage/database.ts'
import { fillDispute, goTo, settleIn } from '#test/support/clerk.ts'
import { mountSmallDisk } from '#test/faults/disk/tmpfs.ts'
import { closeApp, ended, firstPage, launchApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { closeWindow, questionsAsked, willAnswer } from '#test/support/native.ts'

test('a window whose preferences cannot be written closes, with what was typed stored', async ({ start, userData }) => {
  const first = await start()
  await settleIn(first.page)
  await first.page.keyboard.press('Control+n')
  await fillDispute(first.page, { invoice: 'F-schijf-vol' })
  const file = path.join(userData, 'preferences.json')
  await rm(file)
  await mkdir(file)
  await closeWindow(first.app)
  await ended(first.app)

  const second = await start()
  await settleIn(second.page)
  await expect(second.page.getByRole('status').filter({ hasText: 'Je voorkeuren staan weer op de beginwaarden' })).toBeVisible()
  await goTo(second.page, 'Geschillen')
  await expect(second.page.getByRole('option', { name: /F-schijf-vol/ })).toBeVisible()
})

test('a window closes on a disk that is full, once it was asked about what could not be stored', async () => {
  const disk = mountSmallDisk(256)
  if (typeof disk === 'string') return test.skip(true, disk)
  try {
    const app = await launchApp({ userData: disk.folder })
    const page = await firstPage(app)
    await settleIn(page)
    await page.keyboard.press('Control+n')
    await fillDispute(page, { invoice: 'F-eerst' })
    await expect(page.getByText(/^Concept opgeslagen/)).toBeVisible()
    // Whoever reads keeps the log from beginning anew, in which there would be room again for what could not be stored.
    const reader = openDatabase(path.join(disk.folder, 'ledger.sqlite'), { readonly: true })
    reader.exec('BEGIN; SELECT * FROM ledger_lock')
    disk.fill(0)
    // The ledger's log has room of its own, for some more of what is typed.
    const typed = (round: number) => page.getByRole('textbox', { name: 'Bericht' }).fill(`${round} ${'x'.repeat(400_000)}`)
    const refused = page.getByText(/^Concept nog niet opgeslagen/)
    let round = 0
    await expect
      .poll(async () => (await typed((round += 1)), refused.isVisible()), { intervals: [700], timeout: 45_000 })
      .toBe(true)
    await willAnswer(app, 0)
    await closeWindow(app)
    await expect.poll(() => questionsAsked(app)).toHaveLength(1)
    expect((await questionsAsked(app))[0]).toMatch(/opgeslagen/)
    await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('F-eerst')
    await willAnswer(app, 1)
    await closeWindow(app)
    await ended(app)
    reader.close()
    disk.free()
    const again = await launchApp({ userData: disk.folder })
    const next = await firstPage(again)
    await goTo(next, 'Geschillen')
    await expect(next.getByRole('option', { name: /F-eerst/ })).toBeVisible()
    await closeApp(again)
  } finally {
    disk.unmount()
  }
})

test('broken preferences are told once, with where the old file is', async ({ start, userData }) => {
  await writeFile(path.join(userData, 'preferences.json'), '{"language": "en", "theme": ')
  const { page } = await start()
  await settleIn(page)
  const notice = page.getByRole('status').filter({ hasText: 'Het oude bestand is bewaard als' })
  await expect(notice).toBeVisible()
  const aside = /bewaard als (\S+\.json)/.exec(await notice.innerText())?.[1] ?? ''
  expect(existsSync(aside)).toBe(true)
  await notice.getByRole('button', { name: 'Sluiten' }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('an error that nobody caught is said, and ends the app with what was typed stored', async ({ start, userData }) => {
  const first = await start()
  await settleIn(first.page)
  await first.page.keyboard.press('Control+n')
  await fillDispute(first.page, { invoice: 'F-onverwacht' })
  const told = path.join(userData, 'told')
  await first.app.evaluate(({ dialog }, file) => {
    dialog.showErrorBox = (title, content) => {
      // Playwright evaluates without imports of its own.
      process.getBuiltinModule('node:fs').writeFileSync(file, `${title}\n${content}`)
    }
    setTimeout(() => void Promise.reject(new Error('niemand ving dit')), 0)
  }, told)
  await ended(first.app)
  expect(await readFile(told, 'utf8')).toMatch(/^Balie is gestopt door een fout\n[^]*niemand ving dit$/)

  const second = await start()
  await goTo(second.page, 'Geschillen')
  await expect(second.page.getByRole('option', { name: /F-onverwacht/ })).toBeVisible()
})

test('a page that crashes is loaded again, says so once, and the draft is there', async ({ app, page }) => {
  await settleIn(page)
  await page.keyboard.press('Control+n')
  await fillDispute(page, { invoice: 'F-uitgevallen' })
  await expect(page.getByText(/^Concept opgeslagen/)).toBeVisible()
  const loaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]!.webContents.once('did-finish-load', () => resolve())),
  )
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
  await loaded
  const text = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript('document.body.innerText'),
    ) as Promise<string>
  await expect.poll(text).toContain('Het scherm is opnieuw geladen')
  await expect.poll(text).toContain('F-uitgevallen')
})

test('a right click offers what applies to what was clicked', async ({ app, page }) => {
  await settleIn(page)
  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill('F-kopie')
  await app.evaluate(({ Menu }) => {
    const popups: string[][] = []
    Object.assign(globalThis, { popups })
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      popups.push(this.items.filter(({ enabled, type }) => enabled && type !== 'separator').map(({ label }) => label))
    }
  })
  await page.getByRole('textbox', { name: 'Factuurnummer' }).selectText()
  await page.getByRole('textbox', { name: 'Factuurnummer' }).click({ button: 'right', position: { x: 12, y: 12 } })
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { popups: string[][] }).popups.at(-1)))
    .toEqual(expect.arrayContaining(['Plakken', 'Alles selecteren']))
  await page.getByRole('heading').first().click({ button: 'right' })
  const popups = await app.evaluate(() => (globalThis as unknown as { popups: string[][] }).popups)
  expect(popups).toHaveLength(1)
})
