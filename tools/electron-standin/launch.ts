import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { quietProfile } from './browser-preferences.ts'
import { Cdp } from './cdp.ts'
import { claimProfile } from './profile.ts'

/** A running Chromium. */
export interface Chromium {
  cdp: Cdp
  version: string
  /** The window it starts with; the app's first BrowserWindow takes it over. */
  startTargetId: string
  /** Ends it so that the profile is written; after three seconds by force. */
  stop(): Promise<void>
  kill(): void
}

export interface LaunchOptions {
  profile: string
  headless: boolean
  sandbox: boolean
  languages: string[]
  /** Print the address of Chromium's debugger for Playwright. */
  announce: boolean
  /** Switches that the app has appended. */
  switches: Map<string, string>
}

/** `about:blank` would open the New Tab page. */
const startPage = 'data:text/html,<title>Starting</title><style>:root{color-scheme:light dark}</style>'

/** The first start on a cold disk was measured at 11 to 13 seconds. */
const startTimeoutMs = 60_000

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
]

function findChromium(): string {
  const found = process.env.BALIE_CHROMIUM ?? places.find((place) => existsSync(place))
  if (found === undefined || !existsSync(found))
    throw new Error(
      `Electron stand-in: no Chromium at ${found ?? places.join(', ')}. Install it, or set BALIE_CHROMIUM to its path.`,
    )
  return found
}

const disabledFeatures = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'AutofillServerCommunication',
  'PasswordManagerOnboarding',
  'ReadLaterBackend',
  'SidePanelPinning',
]

function flags({ profile, headless, sandbox, languages, announce, switches }: LaunchOptions): string[] {
  const appended = [...switches].filter(([name]) => name !== 'disable-features')
  const features = [...disabledFeatures, ...(switches.get('disable-features')?.split(',') ?? [])]
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...(announce ? ['--remote-debugging-port=0'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-breakpad',
    '--disable-quic',
    // The app decides whether it lives on without a window.
    '--keep-alive-for-test',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-popup-blocking',
    '--disable-hang-monitor',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-save-password-bubble',
    '--disable-notifications',
    '--disable-search-engine-choice-screen',
    '--disable-dev-shm-usage',
    '--disable-back-forward-cache',
    '--password-store=basic',
    '--allow-file-access-from-files',
    `--disable-features=${features.join(',')}`,
    `--accept-lang=${languages.join(',')}`,
    ...(headless ? ['--headless=new'] : []),
    ...(sandbox ? [] : ['--no-sandbox', '--test-type']),
    ...appended.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    `--app=${startPage}`,
  ]
}

/** Waits for the browser's start page, for that long at most; says what Chromium wrote when it does not come. */
async function waitForStart(child: ChildProcess, cdp: Cdp, errors: () => string): Promise<{ version: string; targetId: string }> {
  const deadline = Date.now() + startTimeoutMs
  const failed = (why: string) => new Error(`Electron stand-in: Chromium ${why}\n${errors()}`)
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw failed(`ended at its start with ${String(code ?? signal)}`)
  })
  const late = sleep(startTimeoutMs, undefined, { ref: false }).then(() => {
    throw failed(`did not start within ${startTimeoutMs / 1000} s`)
  })
  const started = (async () => {
    const { product } = await cdp.send('Browser.getVersion')
    while (Date.now() < deadline) {
      const { targetInfos } = await cdp.send('Target.getTargets')
      const page = targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('data:'))
      if (page) return { version: product.split('/')[1] ?? product, targetId: page.targetId }
      await sleep(10)
    }
    throw failed('showed no window')
  })()
  ended.catch(() => {})
  late.catch(() => {})
  return await Promise.race([started, ended, late])
}

/** Starts Chromium on a profile of its own, connected by a pipe. */
export async function launchChromium(options: LaunchOptions): Promise<Chromium> {
  await claimProfile(options.profile)
  quietProfile(options.profile)
  const child = spawn(findChromium(), flags(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // In a locale that is not installed, Chromium can't read names of files beyond ASCII. This one always is.
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: options.languages.join(':').replaceAll('-', '_') },
  })
  const [, , stderr, output, input] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  const errors: string[] = []
  createInterface({ input: stderr }).on('line', (line) => {
    errors.push(line)
    errors.splice(0, errors.length - 50)
    if (process.env.BALIE_STANDIN_DEBUG || (options.announce && line.startsWith('DevTools listening on ws:')))
      process.stderr.write(`${line}\n`)
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = () => void child.kill('SIGKILL')
  const cdp = new Cdp(input, output)
  try {
    const { version, targetId } = await waitForStart(child, cdp, () => errors.join('\n'))
    return {
      cdp,
      version,
      startTargetId: targetId,
      kill,
      async stop() {
        cdp.send('Browser.close').catch(() => {})
        await Promise.race([exited, sleep(3000, undefined, { ref: false })])
        kill()
      },
    }
  } catch (error) {
    kill()
    throw error
  }
}
