import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cleanUp, startFixture, type Fixture } from './fixture.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(cleanUp)

const home = 'app://fixture/index.html?from=start'
const url = () => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
const asked = () => fixture.app.evaluate(() => fixtureMain.steer.navigations)
const forget = () => fixture.app.evaluate(() => void fixtureMain.steer.navigations.splice(0))
const load = (address: string) =>
  fixture.app.evaluate(
    ({ BrowserWindow }, to) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL(to)
        .then(
          () => 'loaded',
          (error: unknown) => (error as Error).message,
        ),
    address,
  )

beforeEach(async () => {
  if ((await url()) !== home || !(await fixture.page.getByText('Away').isVisible())) await load(home)
  // Playwright hears of a navigation a little later than the app.
  await fixture.page.getByText('Away').waitFor()
  await forget()
})

describe('a navigation', () => {
  test('of the page is refused by will-navigate, and the page stays', async () => {
    await fixture.page.evaluate(() => void (location.href = 'https://elsewhere.invalid/'))
    await expect.poll(asked).toEqual(['https://elsewhere.invalid/'])
    await fixture.page.getByText('Away').click()
    await expect.poll(asked).toHaveLength(2)
    expect(await url()).toBe(home)
    expect(await fixture.page.evaluate(() => fixtureApi.version)).toBe(3)
  })

  test('of the page goes on where it is not refused, and the preload is there again', async () => {
    await fixture.page.evaluate(() => void (location.href = '/late.html'))
    await expect.poll(url).toBe('app://fixture/late.html')
    expect(await asked()).toEqual(['app://fixture/late.html'])
    await fixture.page.waitForURL(/late/)
    expect(await fixture.page.evaluate(() => fixtureApi.invoke('sender'))).toMatchObject({ url: 'app://fixture/late.html' })
  })

  test('of the app is not asked about, and settles when the page has loaded', async () => {
    expect(await load(home)).toBe('loaded')
    expect(await asked()).toEqual([])
    await fixture.page.getByText('Away').waitFor()
  })

  test('within the document is followed', async () => {
    await fixture.page.evaluate(() => history.pushState({}, '', '/deep/part#here'))
    await expect.poll(url).toBe('app://fixture/deep/part#here')
    expect(await fixture.page.evaluate(() => fixtureApi.invoke('sender'))).toMatchObject({
      url: 'app://fixture/deep/part#here',
      origin: 'app://fixture',
    })
  })

  test('that fails is told', async () => {
    expect(await load('app://other-scheme-host/x')).toBe('loaded')
    await fixture.page.getByText('Not found').waitFor()
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const nobody = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    await new Promise((resolve) => server.close(resolve))
    expect(await load(nobody)).toBe(`ERR_CONNECTION_REFUSED (-102) loading '${nobody}'`)
  })

  test('to another origin gives main another frame', async () => {
    const frames = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const before = window?.webContents.mainFrame
      await window?.loadURL('app://fixture/late.html')
      const same = window?.webContents.mainFrame === before
      await window?.loadURL('app://elsewhere/index.html')
      const after = window?.webContents.mainFrame
      return { same, changed: after !== before, gone: before?.detached, origin: after?.origin }
    })
    expect(frames).toEqual({ same: true, changed: true, gone: true, origin: 'app://elsewhere' })
  })
})

describe('a new window', () => {
  const windows = () =>
    fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))

  test('is refused to scripts, links and forms', async () => {
    await fixture.page.evaluate(() => void window.open('https://elsewhere.invalid/by-script'))
    await fixture.page.getByText('Away').click({ modifiers: ['Control'] })
    await fixture.page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(asked).toHaveLength(3)
    expect((await asked()).slice(0, 2)).toEqual(['open https://elsewhere.invalid/by-script', 'open https://elsewhere.invalid/'])
    await expect.poll(() => fixture.app.windows().length).toBe(1)
    expect(await windows()).toEqual([home])
  })

  test('opens where the app allows it, and closes', async () => {
    const [page] = await Promise.all([fixture.app.waitForEvent('window'), fixture.page.getByText('Beside').click()])
    await page.waitForURL(/late/)
    expect(await windows()).toEqual([home, 'app://fixture/late.html'])
    expect(await page.evaluate(() => fixtureApi.version)).toBe(3)
    const close = () => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.close())
    await Promise.all([page.waitForEvent('close'), close()])
    expect(await windows()).toEqual([home])
  })
})
