import { readFileSync } from 'node:fs'
import { settleIn } from '#test/support/clerk.ts'
import { hasElectron } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'

/** What only Electron's own binary can show; the stand-in would prove itself, not the app. */
test.skip(!hasElectron(), 'Needs Electron’s own binary, which is not in node_modules/electron here')

test('the window has a menu bar, in Dutch', async ({ app, page }) => {
  await settleIn(page)
  const shown = await app.evaluate(({ BrowserWindow, Menu }) => ({
    isBarVisible: BrowserWindow.getAllWindows()[0]?.isMenuBarVisible(),
    labels: Menu.getApplicationMenu()?.items.map(({ label }) => label),
  }))
  expect(shown).toEqual({ isBarVisible: true, labels: ['&Bestand', '&Bewerken', '&Beeld', '&Help'] })
})

test('the page’s process is in Chromium’s sandbox', async ({ app, page }) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() === 0, 'Read from /proc, and Chromium refuses its sandbox to root')
  await settleIn(page)
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\s+2$/m)
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
})

test('the page has no permission but to copy', async ({ page }) => {
  await settleIn(page)
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('a process of the app’s own reads what this computer trusts, where the app cannot run as Node', async ({ app, page }) => {
  await settleIn(page)
  const count = await app.evaluate(
    ({ app: electron, utilityProcess }) =>
      new Promise<number>((resolve, reject) => {
        const reader = utilityProcess.fork(`${electron.getAppPath()}/out/main/certificates.js`)
        reader.once('message', (list: string[]) => resolve(list.length))
        reader.once('exit', () => reject(new Error('It ended without a word')))
      }),
  )
  expect(count).toBeGreaterThan(100)
})
