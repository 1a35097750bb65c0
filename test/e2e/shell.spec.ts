import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Draft } from '#shared/vendors/index.ts'
import type { Preferences } from '#shared/domain/preferences.ts'
import { call, fillDispute, goTo, newDispute, settleIn, submit, expectState, detail, writePdf } from '#test/support/clerk.ts'
import { closeApp, firstPage, startSecond } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { chooseFromMenu, willChoose } from '#test/support/native.ts'

test('every screen has its key, its menu item and the practice mark, and a key makes one draft though the menu has it too', async ({
  app,
  page,
}) => {
  await settleIn(page)
  const names = await page.getByRole('navigation').getByRole('button').allInnerTexts()
  expect(names).toEqual(
    expect.arrayContaining([
      'Geschillen',
      'Notities',
      'Betalingsnotities',
      'Postvak UIT',
      'Geschiedenis',
      'Overzicht',
      'Instellingen',
    ]),
  )
  // From the last to the first: each key has to change the screen.
  for (const [index, name] of [...names.entries()].toReversed()) {
    await page.keyboard.press(`Control+${index + 1}`)
    await expect(page.getByRole('main', { name, exact: true })).toBeVisible()
    await expect(page).toHaveTitle(`${name} – Balie`)
    await expect(page.getByRole('main').getByRole('note')).toContainText('OEFENEN')
    await expect(page.getByRole('banner').getByRole('button', { name: /OEFENEN/ })).toHaveCount(3)
  }

  const accelerators = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap((menu) => menu.submenu?.items ?? [])
      .filter(({ accelerator }) => /^CmdOrCtrl\+\d$/.test(String(accelerator)))
      .map(({ accelerator, label }) => [String(accelerator).at(-1), label.replaceAll('&', '')]),
  )
  expect(accelerators).toEqual(accelerators.map(([key]) => [key, names[Number(key) - 1]]))
  expect(accelerators).toHaveLength(names.length - 1)
  for (const name of ['Geschiedenis', 'Instellingen', 'Geschillen'] as const) {
    await chooseFromMenu(app, name)
    await expect(page.getByRole('main', { name })).toBeVisible()
  }

  await goTo(page, 'Notities')
  await chooseFromMenu(app, 'Handleiding')
  const manual = page.getByRole('main', { name: 'Handleiding' })
  await expect(manual.getByRole('heading', { level: 1, name: 'Een notitie bij een transactie' })).toBeVisible()
  const picture = manual.getByRole('img', { name: /^De laatste controle/ })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1000)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('herstelcode')
  await expect(manual.getByRole('option')).toHaveText([
    'Beginnen',
    'Daarna echt',
    'Instellingen en veiligheid',
    'Herstelcode en reservekopie',
  ])
  await page.keyboard.press('Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(manual.getByRole('heading', { name: 'Herstelcode en reservekopie' })).toBeFocused()

  const drafts = async (kind: 'dispute' | 'note' | 'payment-note') =>
    (await call<{ items: Draft[] }>(page, 'drafts.list', { kind })).items
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill('F-een')
  await page.keyboard.press('Control+Shift+N')
  await expect(page.getByRole('combobox', { name: 'Outlet' })).toBeFocused()
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('textbox', { name: 'Betalingsnummer' })).toBeFocused()
  await goTo(page, 'Geschillen')
  await expect(page.getByRole('option')).toHaveCount(1)
  expect(await drafts('dispute')).toHaveLength(1)
  // Nothing was typed in these: they are gone with the screen, and no way back leads to them.
  await expect.poll(() => drafts('note')).toHaveLength(0)
  await expect.poll(() => drafts('payment-note')).toHaveLength(0)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('textbox', { name: 'Factuurnummer' })).toHaveValue('F-een')

  await chooseFromMenu(app, 'Nieuw geschil')
  await expect(page.getByRole('option')).toHaveCount(2)
  await chooseFromMenu(app, 'Nieuwe notitie')
  await expect(page.getByRole('combobox', { name: 'Outlet' })).toBeFocused()
  await expect.poll(() => drafts('dispute')).toHaveLength(1)
  expect(await drafts('note')).toHaveLength(1)
})

test('the palette finds commands, drafts and what was sent', async ({ page }) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-verzonden-1', name: 'Vera Verzonden' })
  await submit(page)
  await expectState(page, 'Verzonden')
  await page.keyboard.press('Control+n')
  await fillDispute(page, { invoice: 'F-concept-1', name: 'Coen Concept' })
  await expect(page.getByText(/^Concept opgeslagen/)).toBeVisible()

  const palette = page.getByRole('dialog', { name: 'Zoeken en opdrachten' })
  const look = async (search: string) => {
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(search)
  }
  await look('instel')
  await expect(palette.getByRole('option', { name: 'Instellingen: Standaardteksten' })).toBeVisible()
  await palette.getByRole('option', { name: /Ga naar Instellingen/ }).click()
  await expect(page.getByRole('main', { name: 'Instellingen' })).toBeVisible()

  await look('vera')
  await expect(palette.getByRole('option', { name: /F-verzonden-1/ })).toBeVisible()
  await palette.getByRole('option', { name: /F-verzonden-1/ }).click()
  await expect(page.getByRole('main', { name: 'Geschiedenis' })).toBeVisible()
  await expect(detail(page)).toContainText('Vera Verzonden')

  await look('coen')
  await palette.getByRole('option', { name: /F-concept-1/ }).click()
  await expect(page.getByRole('combobox', { name: 'Naam van de klant' })).toHaveValue('Coen Concept')

  await look('bestaat niet')
  await expect(palette).toContainText('Niets gevonden voor “bestaat niet”')
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
})

test('language, theme and text size change at once and are kept', async ({ app, page }) => {
  await settleIn(page, { theme: 'light' })
  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Voorkeuren' }).click()
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('radiogroup', { name: 'Weergave' }).getByText('Donker').click()
  await expect.poll(background).not.toBe(light)

  await page.getByRole('radiogroup', { name: 'Taal' }).getByText('English').click()
  await expect(page.getByRole('main', { name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect
    .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label)))
    .toEqual(['&File', '&Edit', '&View', '&Help'])

  await page.getByRole('button', { name: 'Text size' }).click()
  await page.getByRole('option', { name: /200/ }).click()
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
  for (const name of ['Disputes', 'Notes', 'Payment notes', 'Outbox', 'History', 'Settings']) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
    await expect(page.getByRole('main', { name, exact: true })).toBeVisible()
    const [content, frame] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(content, `${name} at 200 %`).toBeLessThanOrEqual(frame ?? 0)
  }

  await page.reload()
  await expect(page.getByRole('main', { name: 'Disputes' })).toBeVisible()
  expect(await call<Preferences>(page, 'preferences.get')).toMatchObject({ language: 'en', theme: 'dark', textSize: 200 })
})

test('About Balie says whether it updates itself, and that no organisation set anything', async ({ page }) => {
  await settleIn(page)
  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Over Balie' }).click()
  await expect(page.getByRole('heading', { name: 'Bijwerken' })).toBeVisible()
  await expect(page.getByText('Deze Balie draait vanuit de broncode en werkt zichzelf niet bij.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Zoek naar een nieuwe versie' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Ingesteld door je organisatie' })).toHaveCount(0)
})

test('a second start while the first is still opening ends, and the first goes on', async ({ app }) => {
  expect(await startSecond(app)).toBe(0)
  const page = await firstPage(app)
  await settleIn(page)
  await goTo(page, 'Geschiedenis')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a chooser opens where a file was chosen last, after a restart as well', async ({ start, userData }) => {
  const folders = async (app: ElectronApplication, page: Page) => {
    await app.evaluate(({ dialog }) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { choosers: asked })
      const choose = dialog.showOpenDialog.bind(dialog)
      dialog.showOpenDialog = (...args: [Electron.OpenDialogOptions] | [Electron.BaseWindow, Electron.OpenDialogOptions]) => {
        const options = args.at(-1) as Electron.OpenDialogOptions
        asked.push(options.defaultPath ?? null)
        return choose(options)
      }
    })
    await page.getByRole('button', { name: /^Bestanden kiezen/ }).click()
    await expect(page.getByText('bon.pdf').first()).toBeVisible()
    return app.evaluate(() => (globalThis as unknown as { choosers: unknown[] }).choosers)
  }
  const first = await start()
  await settleIn(first.page)
  await newDispute(first.page, { invoice: 'F-map' })
  await willChoose(first.app, await writePdf(userData))
  expect(await folders(first.app, first.page)).toEqual([null])
  await closeApp(first.app)
  const second = await start()
  await newDispute(second.page, { invoice: 'F-map-2' })
  await willChoose(second.app, path.join(userData, 'bon.pdf'))
  expect(await folders(second.app, second.page)).toEqual([userData])
})

test('a second start brings the first one’s window forward and ends', async ({ app, page }) => {
  await settleIn(page)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await startSecond(app)).toBe(0)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
