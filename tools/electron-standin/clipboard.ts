import { strictModule } from './unsupported.ts'
import { BrowserWindow } from './window.ts'

/** Copies as a person's Ctrl+C does, which needs no permission. */
const copy = (text: string) => `(() => {
  addEventListener('copy', (event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData.setData('text/plain', ${JSON.stringify(text)})
  }, { once: true, capture: true })
  if (!document.execCommand('copy')) throw new Error('The page could not copy')
})()`

/** Electron's `clipboard`: a page writes to the system's. Reading answers at once in Electron, and no page can. */
export const clipboard = strictModule('clipboard', {
  writeText(text: string): void {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    if (!window) throw new Error('Electron stand-in: clipboard.writeText needs a window')
    window.webContents.executeJavaScript(copy(text), true).catch((error: unknown) => console.error(error))
  },
})
