import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { call, goTo, settleIn } from '#test/support/clerk.ts'
import { hasElectron } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'

const run = promisify(execFile)

test.skip(hasElectron(), 'Electron has no bubbles of a browser’s own; this is about the stand-in’s Chromium')
test.skip(
  !process.env['DISPLAY'] || !existsSync('/usr/bin/xwininfo'),
  'Looks at the windows on an X display with xwininfo (x11-utils)',
)

/** The windows that a person sees on the display, which is the test run’s own: a bubble of the browser’s is one of them. */
async function windowsShown(): Promise<string[]> {
  const { stdout } = await run('xwininfo', ['-root', '-tree'])
  const found = [...stdout.matchAll(/^ {5}(0x[0-9a-f]+) .*?\s(\d+)x(\d+)[+-]/gm)]
  const large = found.filter(([, , width, height]) => Number(width) > 20 && Number(height) > 20)
  const states = await Promise.all(large.map(async ([, id = '']) => (await run('xwininfo', ['-id', id])).stdout))
  return large.filter((_, at) => states[at]?.includes('IsViewable')).map(([, id = '']) => id)
}

test('nothing of the browser’s own lies over the app, in a language that it would translate', async ({ page }) => {
  // English words on a page that Chromium takes for another language's is what it offers to translate.
  await settleIn(page)
  await goTo(page, 'Instellingen')
  await call(page, 'preferences.set', { language: 'en' })
  await expect(page.locator('html')).toHaveAttribute('translate', 'no')
  await page.getByRole('tab', { name: 'Preferences' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Language' })).toBeVisible()
  expect(await windowsShown()).toHaveLength(1)
  const frame = await page.evaluate(() => window.outerHeight - window.innerHeight)
  // A bar of the browser's own would take height from the page; there is no window manager with a frame here.
  expect(frame).toBeLessThan(45)
})
