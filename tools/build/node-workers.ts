import { dirname, posix, resolve } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Gives each `new Worker(new URL('./name.ts', import.meta.url))` of main a bundle of its own. Plain Node runs the same line as
 * it stands, which electron-vite's own `?nodeWorker` would not.
 */
export const nodeWorkers = (): Plugin => ({
  name: 'node-workers',
  enforce: 'pre',
  transform(code, id) {
    return code.replaceAll(/(?<=new Worker\()new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g, (_, file: string) => {
      const bundle = this.emitFile({ type: 'chunk', id: resolve(dirname(id), file) })
      return `new URL(import.meta.ROLLUP_FILE_URL_${bundle})`
    })
  },
  // Vite would give an address on a web server.
  resolveFileUrl: ({ fileName, chunkId }) =>
    `new URL('${posix.relative(posix.dirname(chunkId), fileName)}', import.meta.url).href`,
})
