/** What Electron says to every touch of a window or of contents that are gone. */
export const destroyedMessage = 'Object has been destroyed'

/** Makes these members of an object throw from now on, as those of Electron's do whose native part has gone. */
export function seal(object: object, members: readonly string[]): void {
  for (const name of members) {
    if (!(name in object)) throw new Error(`Electron stand-in: there is no ${name} to seal`)
    Object.defineProperty(object, name, {
      configurable: true,
      get() {
        throw new TypeError(destroyedMessage)
      },
    })
  }
}
