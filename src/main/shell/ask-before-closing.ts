import type { BrowserWindow } from 'electron'

/**
 * A window that closes ends the app, and only after `leave` agrees; asked once, however often the person clicks. A `leave` that
 * fails lets it close: a window that stays open for ever helps nobody, and what is on disk is recovered at the next start.
 */
export function askBeforeClosing(
  window: Pick<BrowserWindow, 'destroy'> & { on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown },
  leave: () => Promise<boolean>,
  { quit, log }: { quit(): void; log(message: string, error: unknown): void },
): void {
  let state: 'open' | 'asking' | 'left' = 'open'
  window.on('close', (event) => {
    if (state === 'left') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    const end = (left: boolean) => {
      state = left ? 'left' : 'open'
      if (!left) return
      window.destroy()
      quit()
    }
    leave().then(end, (error: unknown) => {
      log('Leaving failed', error)
      end(true)
    })
  })
}
