import path from 'node:path'
import { commandLine, headless } from './context.ts'
import { launchChromium, type Chromium } from './launch.ts'
import { preferredLanguages } from './locale.ts'

const started = Promise.withResolvers<Chromium>()
started.promise.catch(() => {})
let running: Chromium | undefined

/** The one Chromium behind all windows. */
export const browser = {
  /** Settles when Chromium runs; what needs a page waits for it. */
  started: started.promise,

  /** The running Chromium, for what may only be called once the app is ready. */
  get current(): Chromium {
    if (!running) throw new Error('Electron stand-in: Chromium does not run yet; wait for app.whenReady()')
    return running
  },

  /** Starts Chromium with its profile inside the app's own folder. */
  async start(userData: string, switches: Map<string, string>): Promise<Chromium> {
    try {
      running = await launchChromium({
        profile: path.join(userData, 'Chromium'),
        headless,
        sandbox: process.getuid?.() !== 0 && !commandLine.switches.has('no-sandbox'),
        languages: preferredLanguages(process.env),
        announce: commandLine.underPlaywright,
        switches,
      })
      started.resolve(running)
      return running
    } catch (error) {
      started.reject(error)
      throw error
    }
  },

  /** Ends Chromium, if it was ever started. */
  async stop(): Promise<void> {
    await running?.stop()
  },

  /** For an end without time. */
  kill(): void {
    running?.kill()
  },
}
