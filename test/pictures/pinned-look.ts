import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, LaunchOptions, Page } from '@playwright/test'
import { inProject } from '#tools/setup/project.mjs'

/** What a picture depends on beside our own code: the same on every machine. */
export const pinnedContext: BrowserContextOptions = {
  viewport: { width: 1000, height: 700 },
  deviceScaleFactor: 1,
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
  reducedMotion: 'reduce',
  forcedColors: 'none',
}

/** How letters are drawn, in the place of the system's and a person's own settings: no hints and no subpixels, whatever their screen is. */
function fontSettings(): string {
  const folder = inProject('node_modules', '.cache', 'pictures')
  const file = join(folder, 'fonts.conf')
  const settings = {
    antialias: '<bool>true</bool>',
    hinting: '<bool>false</bool>',
    autohint: '<bool>false</bool>',
    rgba: '<const>none</const>',
  }
  const edits = Object.entries(settings).map(([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts')}</cachedir>
<match target="pattern">${edits.join('')}</match><match target="font">${edits.join('')}</match>
</fontconfig>`,
  )
  return file
}

/** Letters without the system's hints, subpixels or colour profile, and no scroll bars, which each system draws in its own way. */
export const pinnedLaunch: LaunchOptions = {
  executablePath: process.env['BALIE_CHROMIUM'] ?? '/usr/bin/chromium',
  env: { ...process.env, FONTCONFIG_FILE: fontSettings() },
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--disable-gpu', '--hide-scrollbars'],
}

/** When the sample data is looked at: all of it is so many minutes before. */
const now = '2026-11-27T10:00:00.000Z'

const font = (weight: number, part: string) => {
  const file = inProject('node_modules/@fontsource/source-sans-3/files', `source-sans-3-${part}-${weight}-normal.woff2`)
  const data = readFileSync(file).toString('base64')
  return `@font-face { font-family: Pinned; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format('woff2'); ${ranges[part] ?? ''} }`
}
/** Letters, and the signs beside them that our sentences have (arrows, dots): what neither has would come from the system. */
const ranges: Record<string, string> = {
  latin: '',
  'latin-ext': 'unicode-range: U+0100-02AF, U+1E00-1EFF, U+2020, U+20A0-20AB, U+20AD-20CF, U+2C60-2C7F, U+A720-A7FF;',
}
const style = `${[400, 500, 600, 700].flatMap((weight) => ['latin-ext', 'latin'].map((part) => font(weight, part))).join('\n')}
*, *::before, *::after { font-family: Pinned !important; }
:root { --mono: Pinned !important; }`

/** Pins the clock and the letters of a page, before it loads. */
export async function pin(page: Page): Promise<void> {
  await page.clock.setFixedTime(now)
  await page.addInitScript((css) => {
    document.addEventListener('DOMContentLoaded', () => {
      const element = document.createElement('style')
      element.textContent = css
      document.head.append(element)
    })
  }, style)
}
