import type { App } from 'electron'

/**
 * Starts the app once more when this one has ended. Where that cannot be, a person does it: what was decided waits for the next
 * start, whoever begins it.
 */
export function startAgain(app: Pick<App, 'relaunch'>, log: (message: string, error: unknown) => void): void {
  try {
    // What an AppImage runs is gone with its mount; the image itself is not.
    const image = process.env['APPIMAGE']
    app.relaunch(image === undefined ? {} : { execPath: image })
  } catch (error) {
    log('Balie could not start itself again', error)
  }
}
