import type { WebPreferences } from 'electron'
import type { PreloadSetup } from './in-page/messages.ts'
import { UnsupportedError } from './unsupported.ts'

/** Electron's defaults, and the only values that a page of a browser can have. */
const fixed = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
} satisfies WebPreferences

/** Completes the preferences; those that would weaken the page throw, as a browser has no such page. */
export function checkPreferences(preferences: WebPreferences): WebPreferences {
  for (const [name, value] of Object.entries(fixed)) {
    const wanted = (preferences as Record<string, unknown>)[name]
    if (wanted !== undefined && wanted !== value) throw new UnsupportedError(`webPreferences.${name}: ${JSON.stringify(wanted)}`)
  }
  for (const name of ['partition', 'session'] as const)
    if (preferences[name] !== undefined) throw new UnsupportedError(`webPreferences.${name}`)
  if (preferences.preload?.endsWith('.mjs')) throw new UnsupportedError('a preload in ES modules')
  return { ...fixed, ...preferences }
}

/** What a preload finds in `process`. */
export const preloadSetup = ({ additionalArguments = [] }: WebPreferences): PreloadSetup => ({
  argv: [process.execPath, '--type=renderer', ...additionalArguments],
  env: { ...process.env },
  platform: process.platform,
  arch: process.arch,
  versions: { ...process.versions },
  version: process.version,
  execPath: process.execPath,
})
