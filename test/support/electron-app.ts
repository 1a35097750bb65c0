import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'
import { canShowVirtually } from '#tools/setup/display.mjs'
import { openDisplay } from './own-display.ts'
import { wrapperVariable } from '#tools/pack/dummy-electron.ts'

/** The project's folder: what is built there is what the tests run. */
const projectDir = path.resolve(import.meta.dirname, '../..')
const standIn = path.join(projectDir, 'tools/electron-standin/electron')

/** The executable of a packed app, as a person would install it: then all tests run on that one. */
export const packedApp = process.env['BALIE_PACKED_APP']

/** The first Chromium on a cold disk was measured at 13 seconds. */
const startTimeoutMs = 60_000
/** An app that keeps its window open is ended after this, and the test fails. */
const closeTimeoutMs = 15_000

/** Electron's binary is fetched after the install and may be absent: `path.txt` names it where it is there. */
export function hasElectron(): boolean {
  const folder = path.join(projectDir, 'node_modules/electron')
  const name = path.join(folder, 'path.txt')
  return existsSync(name) && existsSync(path.join(folder, 'dist', readFileSync(name, 'utf8')))
}

const processes = new WeakMap<ElectronApplication, ChildProcess>()
const pids = new WeakMap<ElectronApplication, number>()
const environments = new WeakMap<ElectronApplication, Record<string, string>>()

export interface LaunchOptions {
  /** The app's own folder; a second launch with the same one is a restart. */
  userData: string
  /** Added to the environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>
  args?: string[]
  /** The folder with the app's package.json. */
  appDir?: string
  /** A folder whose app starts the built or packed one, once it has prepared something. */
  wrapper?: string
  /** What runs it, where that is not to be chosen. */
  executablePath?: string
}

/** The environment of a person who has only this folder: no test touches the developer's own settings. */
function environment(userData: string, env: LaunchOptions['env'] = {}): Record<string, string> {
  const home = path.join(userData, 'home')
  const folders = {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_STATE_HOME: path.join(home, '.local/state'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    // No bus, and so nobody's keychain; a test that wants one brings its own.
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(home, 'no-bus')}`,
  }
  const all = { ...process.env, ...folders, ...env }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Starts the app once more beside one that runs in the same folder, as a person does who forgot it; ends with its exit code. */
export async function startSecond(app: ElectronApplication): Promise<number | null> {
  const { spawnfile, spawnargs } = processOf(app)
  const debugging = /^--(inspect|remote-debugging-port)/
  // On Windows the process is a shell's: what it started says how it was called.
  const [file, ...args] =
    process.platform === 'win32' ? await app.evaluate(() => process.argv) : [spawnfile, ...spawnargs.slice(1)]
  const second = spawn(
    file ?? spawnfile,
    args.filter((arg) => !debugging.test(arg)),
    {
      stdio: 'ignore',
      env: environments.get(app),
    },
  )
  const [code] = (await once(second, 'exit')) as [number | null]
  return code
}

/** Starts the app as a person would find it built, or packed: in Electron where its binary is there, else in the stand-in. */
export async function launchApp(options: LaunchOptions): Promise<ElectronApplication> {
  const packed = options.appDir === undefined && options.executablePath === undefined ? packedApp : undefined
  const {
    userData,
    env,
    args = [],
    wrapper,
    appDir = wrapper ?? projectDir,
    executablePath = packed ?? (hasElectron() ? undefined : standIn),
  } = options
  const app = await _electron.launch({
    // Playwright would add --no-sandbox otherwise; Chromium refuses its sandbox to root, as `npm start` knows.
    chromiumSandbox: process.getuid?.() !== 0,
    ...(executablePath && { executablePath }),
    cwd: projectDir,
    // What is packed brings its own app.
    args: [...(packed === undefined ? [appDir] : []), `--user-data-dir=${userData}`, ...args],
    env: environment(userData, packed !== undefined && wrapper !== undefined ? { ...env, [wrapperVariable]: wrapper } : env),
    // The app's own theme is what is tested, not one that Playwright sets.
    colorScheme: null,
    timeout: startTimeoutMs,
  })
  processes.set(app, app.process())
  // On Windows Playwright starts a shell, and killing that leaves the app alive.
  if (process.platform === 'win32') pids.set(app, await app.evaluate(() => process.pid))
  environments.set(app, environment(userData, env))
  return app
}

/** The app's main process, which Playwright no longer names once it has ended. */
export function processOf(app: ElectronApplication): ChildProcess {
  const child = processes.get(app)
  if (!child) throw new Error('Not an app of launchApp')
  return child
}

/** The app's first window, once its own page is there. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.protocol !== 'data:' && url.href !== 'about:blank')
  await page.waitForLoadState()
  return page
}

/** Quits the app as a person does. One that doesn't end is ended by force, and the test fails. */
export async function closeApp(app: ElectronApplication): Promise<void> {
  const child = processOf(app)
  if (child.exitCode !== null || child.signalCode !== null) return
  const patience = AbortSignal.timeout(closeTimeoutMs)
  const late = new Promise<never>((_resolve, reject) =>
    patience.addEventListener('abort', () => {
      child.kill('SIGKILL')
      reject(new Error(`The app did not quit within ${closeTimeoutMs / 1000} s`))
    }),
  )
  late.catch(() => {})
  await Promise.race([app.close(), late])
}

/** Resolves once the app's process is gone. */
export async function ended(app: ElectronApplication): Promise<void> {
  const child = processOf(app)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Ends the app as a crash or a power cut does: at once, with nothing said. */
export async function killApp(app: ElectronApplication): Promise<void> {
  const pid = pids.get(app)
  if (pid === undefined) processOf(app).kill('SIGKILL')
  else process.kill(pid, 'SIGKILL')
  await ended(app)
}

/** The app, which somebody answers from its first moment on. */
const answeringApp = path.join(import.meta.dirname, 'answering-app')
/** The app under a policy. */
const managedApp = path.join(import.meta.dirname, 'managed-app')

/** An app that was answered while it started: it may have ended again, and have no window. */
export interface AnsweredRun {
  app: ElectronApplication
  /** Every native question and message so far: message, detail and buttons, a line each. */
  asked(): string[]
}

/** A running app and its window. */
export interface Run {
  app: ElectronApplication
  page: Page
}

export interface Fixtures {
  /** Added to the app's environment; set it with `test.use`. */
  appEnv: Record<string, string | undefined>
  /** Added to the app's arguments; set it with `test.use`. */
  appArgs: string[]
  /** How the name of the temporary folder begins. */
  userDataPrefix: string
  /** The app's folder for this test, removed afterwards. */
  userData: string
  app: ElectronApplication
  page: Page
  /** Starts the app (again) in the same folder; it ends with the test. */
  start: (env?: LaunchOptions['env']) => Promise<Run>
  /** Starts the app on a computer whose administrator wrote this policy. */
  startManaged: (policy: unknown, env?: LaunchOptions['env']) => Promise<Run>
  /** Starts the app where it asks before there is anything to click: the numbers are the buttons that a person chooses. */
  startAnswering: (...answers: number[]) => Promise<AnsweredRun>
}

/** Every e2e test starts from this: an app of its own in a folder of its own. */
export const test = base.extend<Fixtures, { display: undefined }>({
  display: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures this one needs
    async ({}, provide, { parallelIndex }) => {
      // The first is on the display that the tests were started on.
      const close = parallelIndex > 0 && canShowVirtually() ? await openDisplay() : undefined
      await provide(undefined)
      await close?.()
    },
    { scope: 'worker', auto: true },
  ],
  appEnv: [{}, { option: true }],
  appArgs: [[], { option: true }],
  userDataPrefix: ['balie-', { option: true }],
  userData: async ({ userDataPrefix }, provide) => {
    const folder = await mkdtemp(path.join(tmpdir(), userDataPrefix))
    await provide(folder)
    // A browser that was killed may still be leaving.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ userData, appEnv, appArgs }, provide, testInfo) => {
    const app = await launchApp({ userData, env: appEnv, args: appArgs })
    const output: string[] = []
    for (const stream of [processOf(app).stdout, processOf(app).stderr])
      stream?.on('data', (text: Buffer) => output.push(String(text)))
    await provide(app)
    await closeApp(app)
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('main process', { body: output.join('') })
  },
  page: async ({ app }, provide) => await provide(await firstPage(app)),
  start: async ({ userData, appEnv, appArgs }, provide) => {
    const started: ElectronApplication[] = []
    await provide(async (env = appEnv) => {
      const app = await launchApp({ userData, env, args: appArgs })
      started.push(app)
      return { app, page: await firstPage(app) }
    })
    for (const app of started) await closeApp(app)
  },
  startManaged: async ({ userData, appEnv, appArgs }, provide) => {
    const started: ElectronApplication[] = []
    await provide(async (policy, env = appEnv) => {
      const text = typeof policy === 'string' ? policy : JSON.stringify(policy)
      const app = await launchApp({ userData, env: { ...env, BALIE_POLICY: text }, args: appArgs, wrapper: managedApp })
      started.push(app)
      return { app, page: await firstPage(app) }
    })
    for (const app of started) await closeApp(app)
  },
  startAnswering: async ({ userData, appEnv, appArgs }, provide) => {
    const started: ElectronApplication[] = []
    await provide(async (...answers) => {
      const file = path.join(await mkdtemp(path.join(userData, 'asked-')), 'asked')
      const env = { ...appEnv, BALIE_ANSWERS: JSON.stringify(answers), BALIE_ASKED: file }
      const app = await launchApp({ userData, env, args: appArgs, wrapper: answeringApp })
      started.push(app)
      const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [])
      return { app, asked: () => lines().map((line) => JSON.parse(line) as string) }
    })
    for (const app of started) await closeApp(app)
  },
})

export { expect } from '@playwright/test'
