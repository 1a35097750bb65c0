import { expect, test as base } from '@playwright/test'
import { createServer } from 'vite'
import { inProject } from '#tools/setup/project.mjs'
import { call } from '../support/clerk.ts'
import { views, type View } from '../support/renderer-harness/views.ts'
import { pin, pinnedContext, pinnedLaunch } from './pinned-look.ts'

/** The screens that a clerk sees most, and the dialogs before something leaves. */
const watched: readonly View[] = [
  'welcome',
  'disputes-draft',
  'notes-detail',
  'payments-update',
  'payments-review',
  'bulk-check',
  'bulk-result',
  'outbox-detail',
  'history-search',
  'settings-billink',
  'settings-preferences',
  'keys',
]

/** The renderer alone, with sample data. */
const test = base.extend<object, { address: string }>({
  address: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures this one needs
    async ({}, provide) => {
      const server = await createServer({
        configFile: inProject('test', 'support', 'renderer-harness', 'vite.config.ts'),
        logLevel: 'warn',
      })
      await server.listen()
      await provide(server.resolvedUrls?.local[0] ?? '')
      await server.close()
    },
    { scope: 'worker' },
  ],
})
test.use({ ...pinnedContext, launchOptions: pinnedLaunch })

for (const name of watched) {
  test(`${name} looks as it did, light and dark`, async ({ page, address }) => {
    await pin(page)
    await page.goto(`${address}?lang=nl&theme=light${name === 'welcome' ? '&welcome' : ''}`)
    await page.getByRole('main').or(page.getByRole('dialog')).first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    for (const step of views[name]) await step(page)
    await expect(page).toHaveScreenshot(`${name}-light.png`)
    await call(page, 'preferences.set', { theme: 'dark' })
    await page.locator('html[data-theme=dark]').waitFor()
    await expect(page).toHaveScreenshot(`${name}-dark.png`)
  })
}
