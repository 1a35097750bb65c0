import type { Page } from '@playwright/test'
import { violations } from '#test/support/axe.ts'
import { call } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { walk } from '#test/support/walk.ts'

/** Everything a page complains of, from its start on. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.reload()
  return complaints
}

test('on every screen and dialog axe finds nothing and the page complains of nothing, light in Dutch and dark in English', async ({
  app,
  page,
  userData: folder,
}) => {
  // Every screen there is, four times.
  test.setTimeout(360_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const complaints = await complaintsOf(page)
  await walk({ app, page, folder }, async ({ name }) => {
    await call(page, 'preferences.set', { theme: 'light', language: 'nl' })
    await expect(page.locator('html[data-theme=light][lang=nl]')).toHaveCount(1)
    expect.soft(await violations(page), `${name}, light, Dutch`).toEqual([])
    await call(page, 'preferences.set', { theme: 'dark', language: 'en' })
    await expect(page.locator('html[data-theme=dark][lang=en]')).toHaveCount(1)
    expect.soft(await violations(page), `${name}, dark, English`).toEqual([])
    await call(page, 'preferences.set', { theme: 'light', language: 'nl' })
    await expect(page.locator('html[data-theme=light][lang=nl]')).toHaveCount(1)
  })
  expect(complaints).toEqual([])
})
