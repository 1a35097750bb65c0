import { dirname, posix, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/**
 * Gives each `new Worker(new URL('./name.ts', import.meta.url))` of main a bundle of its own. Plain Node runs the same line as
 * it stands, which electron-vite's own `?nodeWorker` would not.
 */
const nodeWorkers = (): Plugin => ({
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

/**
 * Three bundles. What is in `devDependencies` is bundled into main, so only the native keytar stays outside;
 * the preload is one CommonJS file because a sandboxed preload can load nothing else.
 */
export default defineConfig({
  main: {
    plugins: [nodeWorkers()],
    // Its Node build declares a `require` of its own, and so does every bundle; the other does all but start threads.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      externalizeDeps: { include: ['keytar'] },
      rolldownOptions: {
        input: { index: 'src/main/index.ts' },
        external: ['electron', 'keytar', /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { rolldownOptions: { input: { index: resolve('src/renderer/index.html') } } },
    plugins: [react()],
  },
})
