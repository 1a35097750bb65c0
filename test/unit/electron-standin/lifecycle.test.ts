import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { afterEach, describe, expect, test } from 'vitest'
import { processOf } from '#test/support/electron-app.ts'
import { cleanUp, fixtureApp, readNotes, standIn, startFixture, temporary } from './fixture.ts'

const started: ChildProcess[] = []
/** Starts the fixture app without Playwright. */
function start(userData: string, args: string[] = [], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(standIn, [fixtureApp, `--user-data-dir=${userData}`, ...args], {
    env: { ...process.env, ...env, FIXTURE_NOTES: path.join(userData, 'notes') },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  started.push(child)
  return child
}

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await cleanUp()
})

const ended = async (app: ElectronApplication): Promise<number | null> => {
  const child = processOf(app)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
/** Processes of a Chromium that works in this folder. */
const browsersOf = (userData: string): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return commandLine.includes(`--user-data-dir=${path.join(userData, 'Chromium')} `)
      } catch {
        return false
      }
    })

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

describe('after SIGKILL of main', () => {
  test('the browser ends, and the next start works at once, with what pages had stored', async () => {
    const first = await startFixture({ env: { FIXTURE_LOCK: '1' } })
    await first.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    // Chromium writes a page's storage some seconds later; an orderly end is where it is sure to.
    await first.app.close()
    const second = await startFixture({ userData: first.userData, env: { FIXTURE_LOCK: '1' } })
    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
    expect(browsersOf(first.userData)).not.toEqual([])
    const gone = once(processOf(second.app), 'exit')
    processOf(second.app).kill('SIGKILL')
    await gone
    const third = await startFixture({ userData: first.userData, env: { FIXTURE_LOCK: '1' } })
    expect(await third.page.evaluate(() => fixtureApi.invoke('echo', 'third'))).toBe('third')
    processOf(third.app).kill('SIGKILL')
    await expect.poll(() => browsersOf(first.userData), { timeout: 10_000 }).toEqual([])
  })

  test('a lock of a process that is no more, or of another machine, is no hindrance', async () => {
    const userData = temporary()
    const first = await startFixture({ userData })
    await first.app.close()
    symlinkSync(`some-other-host-${process.pid}`, path.join(userData, 'Chromium', 'SingletonLock'))
    const second = await startFixture({ userData })
    expect(await second.page.evaluate(() => fixtureApi.invoke('echo', 1))).toBe(1)
  })
})

describe('a second instance', () => {
  const env = { FIXTURE_LOCK: '1' }

  test('ends, and the first is told how it was started', async () => {
    const { app, userData } = await startFixture({ env })
    const second = start(userData, ['--open', 'some file.pdf'], env)
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    expect(await app.evaluate(() => fixtureMain.steer.seconds)).toEqual([
      {
        argv: [fixtureApp, `--user-data-dir=${userData}`, '--open', 'some file.pdf'],
        workingDirectory: process.cwd(),
        data: { hello: 'first' },
      },
    ])
  })

  test('that starts at the same instant is never first too', async () => {
    const userData = temporary()
    const all = Array.from({ length: 4 }, () => start(userData, [], env))
    const ends = all.map((child) => once(child, 'exit').then(() => child))
    await expect.poll(() => readNotes(userData).filter((line) => line === 'not the first'), { timeout: 20_000 }).toHaveLength(3)
    await expect.poll(() => readNotes(userData).filter((line) => line === 'ready'), { timeout: 20_000 }).toHaveLength(1)
    expect(readNotes(userData).filter((line) => line === 'started')).toHaveLength(1)
    expect(all.filter(({ exitCode }) => exitCode === null)).toHaveLength(1)
    for (const child of all) child.kill('SIGTERM')
    await Promise.all(ends)
  })

  test('without a lock of the app is told that the folder is in use', async () => {
    const { userData } = await startFixture()
    const second = start(userData)
    let errors = ''
    second.stderr?.on('data', (text: Buffer) => (errors += String(text)))
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).not.toBe(0)
    expect(errors).toContain('Electron stand-in: another instance')
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
