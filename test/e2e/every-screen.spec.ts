import type { Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'
import { call } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { walk } from '#test/support/walk.ts'

/** What axe finds, one line for each element, so that a failure can be read. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { run } = (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe
    // A colour on its way to another is not what a clerk reads.
    await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    // React Aria's own record of what it has read out names buttons that may be gone by now.
    return (await run({ exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] })).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  )
}

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
