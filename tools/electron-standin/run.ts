import inspector from 'node:inspector'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { showUncaught } from './uncaught.ts'
import { commandLine, manifest } from './context.ts'

/** Electron's release that the app is built for; its ending shows in logs and reports what really ran. */
const electronVersion = '45.4.1-standin'

const { appDir, inspect, rest, underPlaywright } = commandLine
if (inspect) inspector.open(inspect.port, '127.0.0.1', inspect.wait)

const standIn = new URL('electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier) ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

process.argv = [process.execPath, ...rest]
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: path.join(appDir, 'resources') })
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true })

// Playwright calls this once it is attached; until then the app is not ready, so that a test misses nothing of its start.
const attached = Promise.withResolvers<void>()
if (underPlaywright) Object.assign(globalThis, { __playwright_run: attached.resolve })
else attached.resolve()

const { app } = await import('./electron.ts')
showUncaught()
await import(pathToFileURL(path.resolve(appDir, manifest.main)).href)
try {
  await app.start(attached.promise)
} catch (error) {
  // The stand-in's own failure, and none of the app's.
  console.error(error)
  process.exit(1)
}
