import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cleanUp, startFixture, temporary, type Fixture } from './fixture.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture({
    env: { LANG: 'nl_NL.UTF-8', LC_ALL: undefined, LANGUAGE: undefined, https_proxy: 'http://proxy.test:3128' },
  })
})
afterAll(cleanUp)

describe('a custom scheme', () => {
  const get = (address: string) =>
    fixture.page.evaluate(async (url) => {
      const response = await fetch(url)
      return { status: response.status, of: response.headers.get('x-of'), text: await response.text() }
    }, address)

  test('answers with the handler’s status and headers', async () => {
    expect(await get('/late.html')).toMatchObject({ status: 200, of: 'fixture', text: expect.stringContaining('Late') as string })
    expect(await get('/absent.html')).toMatchObject({ status: 404, text: 'Not found' })
    expect(await get('/moved')).toMatchObject({ status: 200, text: expect.stringContaining('Late') as string })
  })

  test('passes method and body to the handler', async () => {
    const text = await fixture.page.evaluate(async () => await (await fetch('/posted', { method: 'POST', body: 'a=é' })).text())
    expect(text).toBe('POST a=é')
  })

  test('serves workers too', async () => {
    const answer = await fixture.page.evaluate(
      () => new Promise((resolve) => new Worker('/worker.js').addEventListener('message', ({ data }) => resolve(data))),
    )
    expect(answer).toBe(true)
  })

  test('has its policy enforced', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.injected = 1'
      document.body.append(script)
      const elsewhere = await fetch('https://elsewhere.invalid/').then(
        () => 'fetched',
        () => 'refused',
      )
      const names = globalThis as unknown as Record<string, unknown>
      return { inline: typeof names.inline, injected: typeof names.injected, elsewhere, secure: isSecureContext }
    })
    expect(seen).toEqual({ inline: 'undefined', injected: 'undefined', elsewhere: 'refused', secure: true })
  })
})

describe('files', () => {
  const paths = async () => JSON.parse((await fixture.page.getByTestId('paths').textContent()) || '[]') as string[]
  test('from an input have their path', async () => {
    const file = path.join(temporary(), 'dröp & me.txt')
    writeFileSync(file, 'hi')
    await fixture.page.getByLabel('File').setInputFiles(file)
    await expect.poll(paths).toEqual([file])
  })

  test('that are dropped have their paths', async () => {
    const folder = temporary()
    const files = ['one.pdf', 'two.pdf'].map((name) => path.join(folder, name))
    for (const file of files) writeFileSync(file, 'x')
    const cdp = await fixture.page.context().newCDPSession(fixture.page)
    const box = await fixture.page.getByTestId('drop').boundingBox()
    const data = { items: [], files, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20, data })
    await expect.poll(paths).toEqual(files)
  })

  test('that a script has made have none, and other things are no files', async () => {
    const seen = await fixture.page.evaluate(() => {
      const made = fixtureApi.pathOf(new File(['x'], 'made.txt'))
      try {
        fixtureApi.pathOf({ name: '/etc/passwd' } as File)
        return [made, 'worked']
      } catch (error) {
        return [made, String(error)]
      }
    })
    expect(seen).toEqual(['', 'Error: webUtils.getPathForFile: parameter 1 is not a File'])
  })
})

describe('the theme', () => {
  const isDark = () => fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const set = (source: 'light' | 'dark' | 'system') =>
    fixture.app.evaluate(({ nativeTheme }, value) => {
      let updates = 0
      nativeTheme.once('updated', () => updates++)
      nativeTheme.themeSource = value
      return [nativeTheme.themeSource, nativeTheme.shouldUseDarkColors, updates]
    }, source)

  test('is the app’s', async () => {
    expect(await set('dark')).toEqual(['dark', true, 1])
    await expect.poll(isDark).toBe(true)
    expect(await set('light')).toEqual(['light', false, 1])
    await expect.poll(isDark).toBe(false)
  })

  test('outlives a reload', async () => {
    await set('dark')
    await fixture.page.reload()
    await expect.poll(isDark).toBe(true)
    await set('light')
    await expect.poll(isDark).toBe(false)
  })
})

describe('the language', () => {
  test('is the system’s, in main and in the page', async () => {
    const main = await fixture.app.evaluate(({ app }) => [
      app.getLocale(),
      app.getSystemLocale(),
      ...app.getPreferredSystemLanguages(),
    ])
    expect(main).toEqual(['nl', 'nl-NL', 'nl-NL'])
    const page = await fixture.page.evaluate(() => [navigator.language, new Intl.NumberFormat().format(1.5)])
    expect(page).toEqual(['nl-NL', '1,5'])
  })
})

describe('the session', () => {
  test('knows the proxy of the environment', async () => {
    const seen = await fixture.app.evaluate(async ({ session }) => [
      await session.defaultSession.resolveProxy('https://example.com/'),
      await session.defaultSession.resolveProxy('http://example.com/'),
    ])
    expect(seen).toEqual(['PROXY proxy.test:3128', 'DIRECT'])
  })

  test('asks the request handler when the page does, and has its answer', async () => {
    const asked = (answer: boolean) =>
      fixture.app.evaluate(({ session }, granted) => {
        const names: string[] = []
        Object.assign(globalThis, { names })
        session.defaultSession.setPermissionRequestHandler((contents, permission, done, { requestingUrl }) => {
          names.push(`${permission} ${contents.getType()} ${requestingUrl}`)
          done(granted)
        })
      }, answer)
    const names = () => fixture.app.evaluate(() => (globalThis as unknown as { names: string[] }).names)
    const use = () =>
      fixture.page.evaluate(async () => {
        const told = (promise: Promise<unknown>) =>
          promise.then(
            () => 'done',
            (error: unknown) => (error as Error).name,
          )
        return [await told(navigator.storage.persist()), await told(navigator.clipboard.writeText('x'))]
      })
    await asked(false)
    expect(await use()).toEqual(['done', 'NotAllowedError'])
    expect(await names()).toEqual([
      expect.stringMatching(/^persistent-storage window app:/),
      expect.stringMatching(/^clipboard-sanitized-write window app:/),
    ])
    await asked(true)
    expect((await use())[1]).toBe('done')
    await fixture.app.evaluate(({ session }) => session.defaultSession.setPermissionRequestHandler(null))
    await fixture.page.reload()
  })

  test('grants what the check handler allows, and nothing else', async () => {
    const states = await fixture.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'clipboard-read', 'clipboard-write'] as PermissionName[]
      return await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'granted'])
  })
})

describe('a menu', () => {
  const clicks = () => fixture.app.evaluate(() => fixtureMain.clicked)
  beforeEach(async () => void (await fixture.app.evaluate(() => fixtureMain.clicked.splice(0))))

  test('can be asked for its items', async () => {
    const seen = await fixture.app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu()
      const item = menu?.getMenuItemById('new')
      return [menu?.items.map(({ label }) => label), item?.accelerator, item?.type, menu?.items[1]?.submenu?.items[0]?.role]
    })
    expect(seen).toEqual([['File', 'Edit', 'View'], 'CmdOrCtrl+N', 'normal', 'undo'])
  })

  test('hears its accelerators, and only those that are enabled', async () => {
    await fixture.page.keyboard.press('Control+N')
    await fixture.page.keyboard.press('Control+Shift+O')
    await fixture.page.keyboard.press('F8')
    await fixture.page.keyboard.press('F8')
    await fixture.page.keyboard.press('Shift+F8')
    await fixture.page.keyboard.press('n')
    await expect.poll(clicks).toEqual(['New Fixture page', 'tick true', 'tick false'])
  })

  test('gives way to a page that takes the key, and not to one that only keeps it to itself', async () => {
    await fixture.page.evaluate(() =>
      document.addEventListener('keydown', (event) => {
        if (event.code === 'KeyN') event.preventDefault()
        event.stopPropagation()
      }),
    )
    await fixture.page.keyboard.press('Control+N')
    await fixture.page.keyboard.press('F8')
    await expect.poll(clicks).toEqual(['tick true'])
    await fixture.page.reload()
  })

  test('leaves editing to the page', async () => {
    await fixture.page.getByLabel('Text').fill('some text')
    await fixture.page.keyboard.press('Control+A')
    await fixture.page.keyboard.press('Control+X')
    expect(await fixture.page.getByLabel('Text').inputValue()).toBe('')
    await fixture.page.keyboard.press('Control+Z')
    expect(await fixture.page.getByLabel('Text').inputValue()).toBe('some text')
  })

  test('zooms by its roles', async () => {
    const width = () => fixture.page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().width)
    const before = (await width()) ?? 0
    await fixture.page.keyboard.press('Control+Shift+Equal')
    await expect.poll(width).toBeCloseTo(before * 1.2 ** 0.5, 0)
    await fixture.page.keyboard.press('Control+0')
    await expect.poll(width).toBe(before)
  })
})

describe('the page in its window', () => {
  test('is scaled by its zoom factor, after a reload too', async () => {
    const width = () => fixture.page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().width)
    const before = (await width()) ?? 0
    const zoom = (factor: number) =>
      fixture.app.evaluate(({ BrowserWindow }, value) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.setZoomFactor(value)
        return contents?.getZoomFactor()
      }, factor)
    expect(await zoom(2)).toBe(2)
    await expect.poll(width).toBe(before * 2)
    await fixture.page.reload()
    await expect.poll(width).toBe(before * 2)
    await zoom(1)
    await expect.poll(width).toBe(before)
  })

  test('gives its title to the window', async () => {
    const title = () => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    await expect.poll(title).toBe('Fixture page')
    await fixture.page.evaluate(() => {
      document.title = 'Another'
    })
    await expect.poll(title).toBe('Another')
  })

  test('can be captured', async () => {
    const size = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return { ...image?.getSize(), signature: image?.toPNG().subarray(1, 4).toString() }
    })
    expect(size.signature).toBe('PNG')
    expect(size.width).toBe(await fixture.page.evaluate(() => innerWidth))
  })

  test('runs code for main, whose result is cloned', async () => {
    const seen = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const map = (await contents?.executeJavaScript('Promise.resolve(new Map([[1, { nested: [NaN] }]]))')) as Map<number, object>
      const failure: unknown = await contents?.executeJavaScript('null.x').catch((error: unknown) => (error as Error).message)
      return { map: [...map], sum: (await contents?.executeJavaScript('1 + 1')) as number, failure }
    })
    expect(seen).toMatchObject({ map: [[1, { nested: [NaN] }]], sum: 2, failure: expect.stringContaining('TypeError') as string })
  })

  test('can put text on the clipboard for main', async () => {
    await fixture.page.context().grantPermissions(['clipboard-read'])
    await fixture.app.evaluate(({ clipboard }) => clipboard.writeText('from main'))
    await expect.poll(() => fixture.page.evaluate(() => navigator.clipboard.readText())).toBe('from main')
  })
})

describe('main', () => {
  test('is marked as the stand-in’s', async () => {
    const seen = await fixture.app.evaluate(({ app }) => ({
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      type: process.type,
      packaged: app.isPackaged,
      name: app.getName(),
      version: app.getVersion(),
      userData: app.getPath('userData'),
    }))
    expect(seen).toMatchObject({
      electron: '45.4.1-standin',
      type: 'browser',
      packaged: false,
      name: 'Fixture',
      version: '1.2.3',
      userData: fixture.userData,
      chrome: expect.stringMatching(/^\d+\./) as string,
    })
  })

  test('throws where it lacks something', async () => {
    const messages = await fixture.app.evaluate((electron) => {
      const message = (work: () => unknown) => {
        try {
          return String(work())
        } catch (error) {
          return (error as Error).message
        }
      }
      return [
        message(() => new electron.Tray('icon.png')),
        message(() => electron.app.setBadgeCount(1)),
        message(() => electron.BrowserWindow.getAllWindows()[0]?.setOpacity(0.5)),
        message(() => electron.clipboard.readText()),
        message(() => new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } })),
        message(() => electron.safeStorage.isEncryptionAvailable()),
      ]
    })
    expect(messages).toEqual([
      'Electron stand-in: Tray is not supported',
      'Electron stand-in: app.setBadgeCount is not supported',
      'Electron stand-in: BrowserWindow.setOpacity is not supported',
      'Electron stand-in: clipboard.readText is not supported',
      'Electron stand-in: webPreferences.nodeIntegration: true is not supported',
      'false',
    ])
  })
})
