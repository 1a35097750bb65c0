import { browser } from './browser.ts'
import { strictEmitter } from './unsupported.ts'

export interface Display {
  id: number
  bounds: { x: number; y: number; width: number; height: number }
  workArea: { x: number; y: number; width: number; height: number }
  size: { width: number; height: number }
  workAreaSize: { width: number; height: number }
  scaleFactor: number
}

/** Electron's `screen`, as a page sees it when the app starts: one display. */
export class Screen extends strictEmitter('screen') {
  private display: Display | undefined

  getPrimaryDisplay(): Display {
    if (!this.display) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return this.display
  }

  getAllDisplays(): Display[] {
    return [this.getPrimaryDisplay()]
  }

  getDisplayMatching(): Display {
    return this.getPrimaryDisplay()
  }

  getDisplayNearestPoint(): Display {
    return this.getPrimaryDisplay()
  }

  /** Not Electron's: what Chromium's start page tells. */
  set(display: Display): void {
    this.display = display
  }
}

/** The app's screen. */
export const screen = new Screen()

/** Asks the start page for the screen and for the system's theme, which Electron knows without any page. */
export async function readDesktop(): Promise<{ dark: boolean }> {
  const { cdp, startTargetId } = browser.current
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: startTargetId, flatten: true })
  const { result } = await cdp.session(sessionId).send('Runtime.evaluate', {
    returnByValue: true,
    expression: `({
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      scaleFactor: devicePixelRatio,
      bounds: { x: 0, y: 0, width: screen.width, height: screen.height },
      workArea: { x: screen.availLeft, y: screen.availTop, width: screen.availWidth, height: screen.availHeight },
    })`,
  })
  await cdp.send('Target.detachFromTarget', { sessionId })
  const { dark, scaleFactor, bounds, workArea } = result.value as Pick<Display, 'bounds' | 'workArea' | 'scaleFactor'> & {
    dark: boolean
  }
  const sizeOf = ({ width, height }: Display['bounds']) => ({ width, height })
  screen.set({ id: 1, bounds, workArea, size: sizeOf(bounds), workAreaSize: sizeOf(workArea), scaleFactor })
  return { dark }
}
