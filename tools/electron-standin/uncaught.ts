import { dialog } from './dialog.ts'

/**
 * As Electron does (`lib/browser/init.ts`): an exception that the app does not handle is shown in English with its stack, and
 * the app runs on. An app that listens for itself gets it alone.
 */
export function showUncaught(): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return
    const text = error instanceof Error && error.stack ? error.stack : String(error)
    dialog.showErrorBox('A JavaScript error occurred in the main process', `Uncaught Exception:\n${text}`)
  })
}
