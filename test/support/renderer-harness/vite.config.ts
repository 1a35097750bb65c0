import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { manual } from '../../../tools/build/manual.ts'
import { defineConfig, type Plugin } from 'vite'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const fake = fileURLToPath(new URL('./fake-balie.ts', import.meta.url))

/** Puts the fake bridge in the page before its first script, where the preload would have put the real one. */
const withFakeBridge: Plugin = {
  name: 'fake-bridge',
  transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module', src: `/@fs${fake}` }, injectTo: 'head-prepend' }],
}

/** Serves the renderer alone with sample data, to look at screens without main. */
export default defineConfig({
  root: `${project}/src/renderer`,
  cacheDir: `${project}/node_modules/.cache/renderer-harness`,
  plugins: [react(), manual(), withFakeBridge],
  server: { host: '127.0.0.1', port: 5199, strictPort: false, fs: { allow: [project] } },
})
