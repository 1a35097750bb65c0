import { writeFile } from 'node:fs/promises'
import { newNote, settleIn, submit } from '#test/support/clerk.ts'
import { ended, hasElectron, startSecond } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { closeWindow, questionsAsked, willAnswer } from '#test/support/native.ts'
import { startNotifier } from '#test/support/fake-notifier.ts'

/** What the real binary asks of the system around it; docs/electron.md names each, and those that only a person can try. */
test.skip(!hasElectron(), 'Needs Electron’s own binary, which is not in node_modules/electron here')

test('title bar and dialogs follow the chosen theme, and nothing white shows before the page', async ({ start }) => {
  const { app, page } = await start()
  await settleIn(page, { theme: 'dark' })
  const shown = () =>
    app.evaluate(({ BrowserWindow, nativeTheme }) => [
      nativeTheme.shouldUseDarkColors,
      BrowserWindow.getAllWindows()[0]!.getBackgroundColor().toLowerCase(),
    ])
  await expect.poll(shown).toEqual([true, '#14171c'])
})

test('a right click in a field shows the menu of the system', async ({ app, page }) => {
  await settleIn(page)
  await page.keyboard.press('Control+n')
  const popped = app.evaluate(
    ({ Menu }) =>
      new Promise<string[]>((resolve) => {
        Menu.prototype.popup = function popup(this: Electron.Menu) {
          resolve(this.items.map(({ label }) => label))
        }
      }),
  )
  await page.getByRole('textbox', { name: 'Factuurnummer' }).click({ button: 'right' })
  expect(await popped).toContain('Plakken')
})

test('the computer is kept awake by a blocker that the system knows', async ({ app }) => {
  const held = await app.evaluate(({ powerSaveBlocker }) => {
    const id = powerSaveBlocker.start('prevent-app-suspension')
    const isHeld = powerSaveBlocker.isStarted(id)
    powerSaveBlocker.stop(id)
    return [isHeld, powerSaveBlocker.isStarted(id)]
  })
  expect(held).toEqual([true, false])
})

test('a window whose monitor is gone comes back onto one', async ({ start, userData }) => {
  await writeFile(
    `${userData}/preferences.json`,
    JSON.stringify({ window: { width: 1, height: 1, x: -9000, y: -9000, maximized: false } }),
  )
  const { app } = await start()
  const place = await app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]!.getBounds()
    return { bounds, area: screen.getDisplayMatching(bounds).workArea }
  })
  expect(place.bounds.width).toBeGreaterThanOrEqual(Math.min(800, place.area.width))
  expect(place.bounds.x).toBeGreaterThanOrEqual(place.area.x)
  expect(place.bounds.y).toBeGreaterThanOrEqual(place.area.y)
})

test('a second start shows the first one’s window, also before it is ready', async ({ app }) => {
  expect(await startSecond(app)).toBe(0)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a notification goes over D-Bus, and its click is heard', async ({ start, userData }) => {
  test.skip(process.platform !== 'linux', 'Only Linux shows notifications over D-Bus')
  const notifier = await startNotifier(userData)
  try {
    const { app } = await start(notifier.env)
    const clicked = app.evaluate(
      ({ Notification }) =>
        new Promise<void>((resolve) => {
          const notification = new Notification({ title: 'Klaar', body: '10 verzonden' })
          Object.assign(globalThis, { notification })
          notification.on('click', () => resolve())
          notification.show()
        }),
    )
    await expect.poll(notifier.shown).toEqual(['Klaar | 10 verzonden'])
    notifier.click()
    await clicked
  } finally {
    await notifier.end()
  }
})

test('Windows’ word of a log-off stores what is typed and ends the app without its window being closed', async ({
  app,
  page,
}) => {
  test.skip(process.platform !== 'win32', 'Only Windows ends an app at log-off without closing its window')
  await settleIn(page)
  const gone = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.emit('query-session-end', {})
    window.emit('session-end', {})
  })
  await gone
})

test('macOS: ⌘Q asks as the cross does, and the menus are in the chosen language', async ({ app, page }) => {
  test.skip(process.platform !== 'darwin', 'Only macOS has an app menu and a Dock')
  await settleIn(page, { holdSeconds: 60 })
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!
      .items.flatMap(({ submenu }) => submenu?.items ?? [])
      .map(({ label }) => label),
  )
  expect(labels).toEqual(expect.arrayContaining(['Over Balie', 'Verberg Balie', 'Minimaliseer']))
  await newNote(page, { sale: '12345678', text: 'Nog niet weg' })
  await submit(page)
  await willAnswer(app, 2)
  await app.evaluate(({ app: electron }) => electron.quit())
  await expect.poll(() => questionsAsked(app)).toHaveLength(1)
  await willAnswer(app, 1)
  await closeWindow(app)
  await ended(app)
})
