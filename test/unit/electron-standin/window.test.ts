import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanUp, startFixture, type Fixture } from './fixture.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(cleanUp)

describe('a window', () => {
  test('has the size that it was made with', async () => {
    expect(await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([900, 640])
    expect(await fixture.page.evaluate(() => outerWidth)).toBe(900)
  })

  test('is given another', async () => {
    const bounds = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const resized = new Promise<void>((resolve) => window?.once('resize', () => resolve()))
      window?.setBounds({ width: 1000, height: 700 })
      await resized
      return window?.getBounds()
    })
    expect(bounds).toMatchObject({ width: 1000, height: 700 })
    await expect.poll(() => fixture.page.evaluate(() => outerWidth)).toBe(1000)
  })

  test('follows the size that it is given from outside', async () => {
    const cdp = await fixture.page.context().newCDPSession(fixture.page)
    const { windowId } = await cdp.send('Browser.getWindowForTarget')
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width: 950, height: 650 } })
    const size = () => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
    await expect.poll(size).toEqual([950, 650])
  })

  test('is maximised, and remembers its size from before', async () => {
    const seen = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const heard = (event: 'maximize' | 'unmaximize') =>
        new Promise<void>((resolve) => window?.once(event as 'maximize', () => resolve()))
      const before = window?.getBounds()
      const up = heard('maximize')
      window?.maximize()
      await up
      const states = [window?.isMaximized(), window?.isNormal()]
      const normal = window?.getNormalBounds()
      const down = heard('unmaximize')
      window?.unmaximize()
      await down
      return { states, same: JSON.stringify(normal) === JSON.stringify(before), after: window?.isMaximized() }
    })
    expect(seen).toEqual({ states: [true, false], same: true, after: false })
  })

  test('is hidden and shown', async () => {
    const seen = await fixture.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const heard: string[] = []
      window?.on('hide', () => heard.push('hide'))
      window?.on('show', () => heard.push('show'))
      const visible = [window?.isVisible()]
      window?.hide()
      visible.push(window?.isVisible())
      window?.show()
      visible.push(window?.isVisible())
      return { heard, visible }
    })
    expect(seen).toEqual({ heard: ['hide', 'show'], visible: [true, false, true] })
  })

  test('knows its preferences, hardened as Electron’s defaults are', async () => {
    const preferences = await fixture.app.evaluate(({ BrowserWindow }) =>
      (
        BrowserWindow.getAllWindows()[0]?.webContents as { getLastWebPreferences?(): object } | undefined
      )?.getLastWebPreferences?.(),
    )
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true })
  })

  test('is on a screen', async () => {
    const display = await fixture.app.evaluate(({ screen }) => screen.getPrimaryDisplay())
    expect(display.bounds).toEqual({
      x: 0,
      y: 0,
      ...(await fixture.page.evaluate(() => ({ width: screen.width, height: screen.height }))),
    })
  })

  test('is found by its page', async () => {
    const window = await fixture.app.browserWindow(fixture.page)
    expect(await window.evaluate((found) => found.webContents.getURL())).toBe('app://fixture/index.html?from=start')
  })
})
