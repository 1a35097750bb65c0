import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import { views } from './views.ts'

/**
 * Pictures of the screens with sample data, to look at:
 *
 *     node test/support/renderer-harness/shoot.ts <folder> [word of a view's name] [query, e.g. lang=en&theme=dark] [width x height]
 */
const [folder = 'tour/renderer', only = '', query = '', size = '1440x900'] = process.argv.slice(2)
const [width = 1440, height = 900] = size.split('x').map(Number)

const server = await createServer({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' })
await server.listen()
const address = server.resolvedUrls?.local[0]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
await mkdir(folder, { recursive: true })
try {
  for (const [name, steps] of Object.entries(views).filter(([view]) => view.includes(only))) {
    const page = await browser.newPage({ viewport: { width, height } })
    page.setDefaultTimeout(5000)
    page.setDefaultNavigationTimeout(60_000)
    page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`))
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
    await page.goto(`${address}?${query}`)
    await page.getByRole('main').waitFor()
    for (const step of steps)
      await step(page).catch((error: unknown) => console.error(`${name}: ${String(error).split('\n')[0]}`))
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
