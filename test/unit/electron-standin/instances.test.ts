import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { processOf } from '#test/support/app-process.ts'
import { browsersOf, cleanUp, fixtureApp, readNotes, startFixture, startPlain, temporary } from './fixture.ts'

afterEach(cleanUp)

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
    const second = startPlain(userData, ['--open', 'some file.pdf'], env)
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
    const all = Array.from({ length: 4 }, () => startPlain(userData, [], env))
    const ends = all.map((child) => once(child, 'exit').then(() => child))
    await expect.poll(() => readNotes(userData).filter((line) => line === 'not the first'), { timeout: 20_000 }).toHaveLength(3)
    await expect.poll(() => readNotes(userData).filter((line) => line === 'ready'), { timeout: 20_000 }).toHaveLength(1)
    expect(readNotes(userData).filter((line) => line === 'started')).toHaveLength(1)
    await expect.poll(() => all.filter(({ exitCode }) => exitCode === null)).toHaveLength(1)
    for (const child of all) child.kill('SIGTERM')
    await Promise.all(ends)
  })

  test('without a lock of the app is told that the folder is in use', async () => {
    const { userData } = await startFixture()
    const second = startPlain(userData)
    let errors = ''
    second.stderr?.on('data', (text: Buffer) => (errors += String(text)))
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).not.toBe(0)
    expect(errors).toContain('Electron stand-in: another instance')
  })
})
