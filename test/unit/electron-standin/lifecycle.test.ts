import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { afterEach, describe, expect, test } from 'vitest'
import { processOf } from '#test/support/app-process.ts'
import { browsersOf, cleanUp, fixtureApp, startFixture, temporary } from './fixture.ts'

afterEach(cleanUp)

const ended = async (app: ElectronApplication): Promise<number | null> => {
  const child = processOf(app)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
describe('an app', () => {
  test('quits in Electron’s order, and leaves no browser', async () => {
    const { app, userData, notes } = await startFixture()
    expect(browsersOf(userData)).not.toEqual([])
    await app.close()
    expect(notes()).toEqual(['started', 'ready', 'before-quit', 'close', 'closed', 'will-quit', 'quit 0'])
    await expect.poll(() => browsersOf(userData)).toEqual([])
  })

  test('quits on SIGTERM', async () => {
    const { app, notes } = await startFixture()
    processOf(app).kill('SIGTERM')
    expect(await ended(app)).toBe(0)
    expect(notes().slice(2)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit 0'])
  })

  test('ends without asking on exit, with its code', async () => {
    const { app, notes } = await startFixture()
    void app.evaluate((electron) => electron.app.exit(7)).catch(() => {})
    expect(await ended(app)).toBe(7)
    expect(notes().slice(2)).toEqual(['closed', 'quit 7'])
  })

  test('lives on where a listener refuses to quit or to close', async () => {
    const { app, page, notes } = await startFixture()
    const quit = (refusal: 'refuseBeforeQuit' | 'refuseClose') =>
      app.evaluate((electron, name) => {
        Object.assign(fixtureMain.steer, { refuseBeforeQuit: false, refuseClose: false, [name]: true })
        electron.app.quit()
      }, refusal)
    await quit('refuseBeforeQuit')
    await quit('refuseClose')
    await page.evaluate(() => window.close())
    await expect.poll(() => notes().slice(2)).toEqual(['before-quit', 'before-quit', 'close', 'close'])
    expect(await page.evaluate(() => fixtureApi.invoke('echo', 'alive'))).toBe('alive')
    await app.evaluate(() => void (fixtureMain.steer.refuseClose = false))
  })

  test('lives on without a window where a listener refuses will-quit, and opens another', async () => {
    const { app, notes } = await startFixture()
    await app.evaluate((electron) => {
      fixtureMain.steer.refuseWillQuit = true
      electron.app.quit()
    })
    await expect.poll(() => app.windows().length).toBe(0)
    expect(notes().slice(2)).toEqual(['before-quit', 'close', 'closed', 'will-quit'])
    const opened = app.waitForEvent('window')
    await app.evaluate(() => {
      fixtureMain.steer.refuseWillQuit = false
      fixtureMain.createWindow()
    })
    const page = await opened
    await page.waitForURL(/index\.html/)
    expect(await page.evaluate(() => fixtureApi.invoke('echo', 'again'))).toBe('again')
  })

  test('is told when its last window is closed', async () => {
    const { app, notes } = await startFixture()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
    expect(await ended(app)).toBe(0)
    expect(notes().slice(2)).toEqual(['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit 0'])
  })

  test('can stay without a window', async () => {
    const { app, notes } = await startFixture({ env: { FIXTURE_STAYS: '1' } })
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(notes).toContain('window-all-closed')
    const opened = app.waitForEvent('window')
    await app.evaluate(() => void fixtureMain.createWindow())
    await (await opened).waitForURL(/index\.html/)
  })
})

describe('a preload that fails', () => {
  test.each([
    ['at its start', 'const x =\n  undefined.boom\n', 'Cannot read properties of undefined'],
    ['by its syntax', 'const x = ;\n', 'Unexpected token'],
  ])('%s is told to main, and the page is there', async (_when, preload, message) => {
    const userData = temporary()
    const appDir = path.join(userData, 'app')
    cpSync(fixtureApp, appDir, { recursive: true })
    writeFileSync(path.join(appDir, 'preload.cjs'), preload)
    const { page, notes } = await startFixture({ userData, appDir })
    expect(await page.evaluate(() => document.title)).toBe('Fixture page')
    await expect.poll(notes).toContainEqual(expect.stringContaining(`preload-error ${path.join(appDir, 'preload.cjs')}`))
    expect(notes().join()).toContain(message)
  })
})
