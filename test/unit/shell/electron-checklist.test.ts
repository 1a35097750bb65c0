import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** The places in our sources that say this, as file and line. */
function saying(pattern: RegExp): string[] {
  const names = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tsx?|html)$/.test(name),
  )
  return names.flatMap((name) =>
    read(path.join('src', name))
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${name.replaceAll('\\', '/')}:${at + 1}`] : [])),
  )
}

/** What Electron's checklist warns of and no browser could show: it is not there to be found. `docs/security.md` has all of it. */
test.each([
  ['1: nothing is loaded over plain HTTP', /\b(loadURL|src|href)\b.{0,20}['"`]http:/, "window.loadURL('http://x')"],
  [
    '3: nothing is turned off that keeps page and preload apart',
    /contextIsolation: false|sandbox: false|nodeIntegration\w*: true/,
    'sandbox: false',
  ],
  ['6: the same origin counts', /webSecurity: false|disable-web-security/, 'webSecurity: false'],
  ['8: no mixed content', /allowRunningInsecureContent: true/, 'allowRunningInsecureContent: true'],
  [
    '9: no experimental features',
    /experimentalFeatures: true|enable-experimental-web-platform-features/,
    'experimentalFeatures: true',
  ],
  ['10: no features of Blink are switched on', /enableBlinkFeatures|enable-blink-features/, "enableBlinkFeatures: 'x'"],
  ['11: no guest may open windows', /allowpopups|<webview/, '<webview src>'],
  ['15: nothing is opened in another program by an address', /openExternal/, 'shell.openExternal(url)'],
  ['18: no page comes by file:', /loadFile\(|loadURL\(.{0,10}file:/, "window.loadFile('x')"],
  [
    '20: no API of Electron goes to a page as it is',
    /exposeInMainWorld\([^)]*(ipcRenderer|webFrame|shell)\b/,
    "contextBridge.exposeInMainWorld('x', ipcRenderer)",
  ],
])('Electron’s checklist, %s', (_item, pattern, sample) => {
  expect(saying(pattern)).toEqual([])
  expect(sample).toMatch(pattern)
  expect(saying(/exposeInMainWorld\(/)).toEqual([expect.stringMatching(/^preload\/index\.ts:\d+$/)])
})

test('Electron’s checklist, 16: one version by name, which Renovate asks to renew', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
  const { extends: presets, packageRules } = JSON.parse(read('renovate.json')) as {
    extends: string[]
    packageRules: { matchPackageNames: string[]; enabled?: boolean }[]
  }
  expect(presets).toContain('config:recommended')
  expect(
    packageRules.filter(({ matchPackageNames, enabled }) => matchPackageNames.includes('electron') && enabled === false),
  ).toEqual([])
})
