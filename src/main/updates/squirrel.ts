/** Electron's own updater of macOS (Squirrel), as far as it is used here. */
export interface NativeUpdater {
  once(event: 'update-downloaded' | 'update-not-available', listener: () => void): unknown
  once(event: 'error', listener: (error: Error) => void): unknown
  removeListener(event: string, listener: (error: Error) => void): unknown
  checkForUpdates(): void
}

/** macOS did not take the new version: it is not signed as this one is, say, or Balie runs from a disk image. */
export class NotTaken extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NotTaken'
  }
}

/** Unpacking and checking takes seconds; a Squirrel that never answers may not keep Balie from ending. */
const patienceMs = 5 * 60_000

/**
 * Hands what was fetched to macOS, and resolves once macOS has it. From then on it is put in place whenever Balie ends, and not
 * before: electron-updater's `quitAndInstall` by itself only begins this, and an app that ends meanwhile stays the old one.
 */
export async function handOver(native: NativeUpdater, within = patienceMs): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const taken = () => resolve()
  const refused = (error: Error) => reject(new NotTaken(error.message, { cause: error }))
  const nothing = () => reject(new NotTaken('macOS found nothing to take.'))
  const late = setTimeout(() => reject(new NotTaken(`macOS did not take it within ${within / 1000} s.`)), within)
  native.once('update-downloaded', taken)
  native.once('update-not-available', nothing)
  native.once('error', refused)
  try {
    native.checkForUpdates()
    await promise
  } finally {
    clearTimeout(late)
    native.removeListener('update-downloaded', taken)
    native.removeListener('update-not-available', nothing)
    native.removeListener('error', refused)
  }
}
