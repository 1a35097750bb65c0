import { resolve } from 'node:path'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { manual } from './tools/build/manual.ts'
import { nodeWorkers } from './tools/build/node-workers.ts'
import { pdfParts } from './tools/build/pdf-parts.ts'
import { thirdParty } from './tools/build/third-party.ts'
import { updateFeed } from './tools/build/update-feed.ts'

/**
 * Three bundles. What is in `devDependencies` is bundled into main, so only what is native stays outside: keytar, and SQLite, which is required by name at run time;
 * the preload is one CommonJS file because a sandboxed preload can load nothing else.
 */
export default defineConfig({
  main: {
    define: { __UPDATE_FEED__: JSON.stringify(updateFeed()) },
    plugins: [nodeWorkers(), thirdParty('main')],
    // Its Node build declares a `require` of its own, and so does every bundle; the other does all but start threads.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      minify: true,
      externalizeDeps: { include: ['keytar'] },
      rolldownOptions: {
        input: { index: 'src/main/index.ts', certificates: 'src/main/upstream/certificates-process.ts' },
        external: ['electron', /^keytar(\/|$)/, /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [thirdParty('preload')],
    build: {
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { minify: true, rolldownOptions: { input: { index: resolve('src/renderer/index.html') } } },
    resolve: { alias: [{ find: /^iconv-lite$/, replacement: resolve('src/renderer/evidence-worker/iconv.ts') }] },
    // Compiled, so that a key that is pressed draws anew what it changes and no more (docs/adr/0026).
    plugins: [react(), babel({ presets: [reactCompilerPreset()] }), manual(), pdfParts(), thirdParty('renderer')],
    worker: {
      format: 'es',
      plugins: () => [thirdParty('evidence')],
      rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
    },
  },
})
