import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startNotifier, type FakeNotifier } from '#test/support/fake-notifier.ts'
import { quietProfile } from '#tools/electron-standin/browser-preferences.ts'
import { Reader, typesOf, Writer } from '#tools/electron-standin/dbus-wire.ts'
import { checkMessageBox, checkOpenDialog, checkSaveDialog } from '#tools/electron-standin/dialog-options.ts'
import { cleanUp, startFixture } from './fixture.ts'

afterEach(cleanUp)

describe('dialogs check what they are given in Electron’s words', () => {
  test.each<[check: (options: never) => void, options: object, message: string]>([
    [checkOpenDialog, { properties: false }, 'Properties must be an array'],
    [checkOpenDialog, { title: 300 }, 'Title must be a string'],
    [checkOpenDialog, { buttonLabel: [] }, 'Button label must be a string'],
    [checkOpenDialog, { defaultPath: {} }, 'Default path must be a string'],
    [checkOpenDialog, { message: {} }, 'Message must be a string'],
    [checkSaveDialog, { title: 300 }, 'Title must be a string'],
    [checkSaveDialog, { nameFieldLabel: {} }, 'Name field label must be a string'],
    [checkMessageBox, { type: 'not-a-valid-type', message: '' }, 'Invalid message box type'],
    [checkMessageBox, { buttons: false, message: '' }, 'Buttons must be an array'],
    [checkMessageBox, { title: 300, message: '' }, 'Title must be a string'],
    [checkMessageBox, { message: [] }, 'Message must be a string'],
    [checkMessageBox, { detail: 3.14, message: '' }, 'Detail must be a string'],
    [checkMessageBox, { checkboxLabel: false, message: '' }, 'checkboxLabel must be a string'],
    [checkMessageBox, { checkboxChecked: true, message: '' }, 'checkboxChecked requires that checkboxLabel also be passed'],
  ])('%o %o', (check, options, message) => {
    expect(() => check(options as never)).toThrow(message)
  })
})

describe('D-Bus', () => {
  test('writes what it reads', () => {
    const signature = 'susssasa{sv}i'
    const body = ['Balie', 7, '', 'Klaar', 'é', ['default', 'View'], [['urgency', { type: 'y', value: 1 }]], -1]
    const writer = new Writer()
    for (const [index, type] of typesOf(signature).entries()) writer.put(type, body[index])
    const reader = new Reader(writer.done())
    expect(typesOf(signature).map((type) => reader.take(type))).toEqual([...body.slice(0, 6), [['urgency', 1]], -1])
  })
})

describe('a profile', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'standin-profile-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const stored = () => JSON.parse(readFileSync(path.join(folder, 'Default', 'Preferences'), 'utf8')) as Record<string, unknown>

  test('offers no translation and no password, restores no session, and keeps what else is in it', () => {
    mkdirSync(path.join(folder, 'Default'), { recursive: true })
    writeFileSync(
      path.join(folder, 'Default', 'Preferences'),
      JSON.stringify({ own: 1, translate: { enabled: true, kept: 2 }, profile: { exit_type: 'Crashed', name: 'Person 1' } }),
    )
    mkdirSync(path.join(folder, 'Default', 'Sessions'))
    writeFileSync(path.join(folder, 'Default', 'Sessions', 'Apps_1'), 'wat getypt werd')
    quietProfile(folder)
    // Chromium finds no folder to write fields of pages into.
    expect(readFileSync(path.join(folder, 'Default', 'Sessions'), 'utf8')).toBe('')
    expect(stored()).toMatchObject({
      own: 1,
      translate: { enabled: false, kept: 2 },
      credentials_enable_service: false,
      profile: { exit_type: 'Normal', name: 'Person 1', password_manager_enabled: false },
    })
  })

  test('that cannot be read begins anew', () => {
    writeFileSync(path.join(folder, 'Default', 'Preferences'), '{"cut')
    quietProfile(folder)
    expect(stored()).toMatchObject({ translate: { enabled: false } })
  })
})

describe('a window', () => {
  test('and its contents throw at every touch once they are destroyed', async () => {
    const { app } = await startFixture({ env: { FIXTURE_STAYS: '1' } })
    const said = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      const { webContents } = window
      const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()))
      window.destroy()
      await closed
      await Promise.resolve()
      const attempts = [
        () => window.focus(),
        () => window.webContents,
        () => window.isMinimized(),
        () => webContents.send('x'),
        () => webContents.getURL(),
      ]
      const messages = attempts.map((attempt) => {
        try {
          attempt()
          return 'worked'
        } catch (error) {
          return (error as Error).message
        }
      })
      return { messages: [...new Set(messages)], destroyed: [window.isDestroyed(), webContents.isDestroyed()] }
    })
    expect(said).toEqual({ messages: ['Object has been destroyed'], destroyed: [true, true] })
  })

  test('asks the page’s beforeunload, and the app has the last word', async () => {
    const { app, page } = await startFixture()
    await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()))
    const close = (insists: boolean) =>
      app.evaluate(async ({ BrowserWindow }, force) => {
        const window = BrowserWindow.getAllWindows()[0]!
        const asked = new Promise((resolve) =>
          window.webContents.once('will-prevent-unload', (event) => {
            if (force) event.preventDefault()
            resolve(null)
          }),
        )
        window.close()
        await asked
      }, insists)
    await close(false)
    expect(await page.evaluate(() => document.readyState)).toBe('complete')
    const gone = page.waitForEvent('close')
    await close(true)
    await gone
  })
})

describe('an exception that nobody catches', () => {
  const throwing = async (listens: boolean) => {
    const { app, page } = await startFixture()
    const shown = await app.evaluate(async ({ dialog }, own) => {
      const boxes: string[] = []
      const heard = new Promise<void>((resolve) => {
        dialog.showErrorBox = (title, content) => {
          boxes.push(`${title}|${content.split('\n').slice(0, 2).join('|')}`)
          resolve()
        }
        if (own)
          process.on('uncaughtException', () => {
            boxes.push('own')
            resolve()
          })
      })
      setTimeout(() => {
        throw new Error('boom')
      }, 0)
      await heard
      return boxes
    }, listens)
    expect(await page.evaluate(() => fixtureApi.invoke('echo', 'alive'))).toBe('alive')
    return shown
  }

  test('is shown in English, and the app runs on', async () => {
    expect(await throwing(false)).toEqual(['A JavaScript error occurred in the main process|Uncaught Exception:|Error: boom'])
  })

  test('belongs to the app alone where it listens', async () => {
    expect(await throwing(true)).toEqual(['own'])
  })
})

describe('a notification', () => {
  let notifier: FakeNotifier | null = null
  afterEach(async () => notifier?.end())

  test('goes over D-Bus, and hears a click', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'standin-bus-'))
    notifier = await startNotifier(folder)
    const { app } = await startFixture({ env: notifier.env })
    const heard = app.evaluate(async ({ Notification }) => {
      const notification = new Notification({ title: 'Klaar', body: '10 verzonden' })
      const events: string[] = []
      for (const name of ['show', 'click', 'failed'] as const) notification.on(name as 'show', () => events.push(name))
      const closed = new Promise((resolve) => notification.on('close', resolve))
      notification.show()
      await closed
      return [Notification.isSupported(), events]
    })
    await expect.poll(() => notifier?.shown()).toEqual(['Klaar | 10 verzonden'])
    notifier.click()
    expect(await heard).toEqual([true, ['show', 'click']])
    rmSync(folder, { recursive: true })
  })

  test('is not supported where there is no bus', async () => {
    const { app } = await startFixture()
    expect(await app.evaluate(({ Notification }) => Notification.isSupported())).toBe(false)
  })
})
