import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
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
