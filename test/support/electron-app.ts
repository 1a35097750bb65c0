import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { canShowVirtually } from '#tools/setup/display.mjs'
import { closeApp, firstPage, launchApp, processOf, type LaunchOptions } from './app-process.ts'
import { openDisplay } from './own-display.ts'

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
