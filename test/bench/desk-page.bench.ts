import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { canShowVirtually } from '#tools/setup/display.mjs'
import { ledgerFileIn } from '#main/storage/keys/own-keys.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { closeApp, firstPage, launchApp } from '#test/support/app-process.ts'
import { call } from '#test/support/clerk.ts'
import { openDisplay } from '#test/support/own-display.ts'
import { blankApp } from './desk-page/blank-page.ts'
import { framesOfScrolling, heapOf, paintOfKeys } from './desk-page/watching.ts'
import { writeYears } from './desk/years.ts'
import { median, verdict, type Figure } from './figures.ts'

/** BENCH_ITEMS for other sizes. */
const sizes = (process.env['BENCH_ITEMS'] ?? '100000,1000000').split(',').map(Number)
/** From a key to the results that it asks for: what is looked for among a million may take a frame longer. */
const mostPaintMs = (items: number) => (items > 100_000 ? 60 : 40)
const mostFrameMs = 34
const mostTypingMs = 16
const mostOfEmpty = 1.15
const mostOfBlank = 1.4
const starts = 5
const wheels = 400
const searched = ['sanne jansen', 'julia', 'dubbel geleverd', 'retour zoek']
const sentence = 'Het pakket is niet aangekomen en de klant wil het bedrag terug. '

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN

interface Started {
  app: ElectronApplication
  page: Page
  /** Until the first screen has its rows, or says that there are none. */
  usableMs: number
}

async function started(userData: string): Promise<Started> {
  const begun = performance.now()
  const app = await launchApp({ userData })
  const page = await firstPage(app)
  await page.getByRole('navigation', { name: 'Schermen' }).waitFor()
  await page.getByRole('main').getByRole('heading').first().waitFor()
  return { app, page, usableMs: performance.now() - begun }
}

/** A folder that a clerk has practised in for years. */
async function folderWith(items: number): Promise<string> {
  const userData = await mkdtemp(path.join(tmpdir(), 'balie-page-'))
  const app = await launchApp({ userData })
  const page = await firstPage(app)
  await call(page, 'preferences.set', { language: 'nl', welcomeSeen: true, holdSeconds: 0 })
  await closeApp(app)
  if (items === 0) return userData
  const ledger = openLedger(ledgerFileIn(userData), null)
  // Only what is measured has to wait for the disk.
  ledger.db.exec('PRAGMA synchronous = OFF')
  writeYears(ledger, items)
  ledger.close()
  return userData
}

/** A screen by its place in the navigation, whatever it counts there. */
const goTo = (page: Page, screen: string) => page.getByRole('navigation').getByRole('button', { name: screen }).click()

async function searching(page: Page): Promise<number[]> {
  await goTo(page, 'Geschiedenis')
  const field = page.getByRole('searchbox', { name: 'Zoek in geschiedenis' })
  const took: number[] = []
  for (const text of searched) {
    await field.fill('')
    await page.getByRole('main').getByRole('option').first().waitFor()
    await field.focus()
    const all = await paintOfKeys(page, {
      field: 'input[type=search]',
      text,
      awaited: 'results',
    })
    // Fewer than three letters ask for something else, and are not marked.
    took.push(...all.slice(2))
  }
  await field.fill('')
  return took
}

/** A message of ten thousand characters that goes on, stored as it is typed. */
async function typing(page: Page): Promise<number[]> {
  await goTo(page, 'Geschillen')
  await page.keyboard.press('Control+n')
  const message = page.getByRole('textbox', { name: 'Bericht' })
  await message.fill(sentence.repeat(Math.ceil(9_800 / sentence.length)))
  return paintOfKeys(page, { field: 'textarea', text: sentence.repeat(3).slice(0, 190), awaited: 'letter' })
}

async function measureOf(items: number): Promise<Figure[]> {
  const label = `${items.toLocaleString('en')} items`
  const folders = { empty: await folderWith(0), full: await folderWith(items) }
  const figure = (what: string, measured: string, against: string, target: string, isMet: boolean): Figure => ({
    case: 'desk-page',
    what: `${label}: ${what}`,
    measured,
    against,
    ratio: '—',
    target,
    verdict: verdict(isMet),
  })
  try {
    const costs: Record<keyof typeof folders, number[]> = { empty: [], full: [] }
    // The first start with what was put there reads all of it, as of any ledger that this computer does not know.
    await closeApp((await started(folders.full)).app)
    for (let round = 0; round < starts; round += 1)
      for (const which of ['empty', 'full'] as const) {
        const { app, usableMs } = await started(folders[which])
        costs[which].push(usableMs)
        await closeApp(app)
      }
    const [full, empty] = [median(costs.full), median(costs.empty)]

    const { app, page } = await started(folders.full)
    const found = await searching(page)
    const before = await heapOf(page)
    const frames = await framesOfScrolling(page, 'main [role=listbox]', wheels)
    const after = await heapOf(page)
    const typed = await typing(page)
    await closeApp(app)
    return [
      figure(
        `a start until the first screen is there (${starts} rounds)`,
        `${full.toFixed(0)} ms`,
        `${empty.toFixed(0)} ms with none`,
        `≤ ${mostOfEmpty} ×`,
        full / empty <= mostOfEmpty,
      ),
      figure(
        `from a key to its results painted, p95 (${found.length} keys)`,
        `${at(found, 0.95).toFixed(0)} ms`,
        `p50 ${at(found, 0.5).toFixed(0)} ms`,
        `≤ ${mostPaintMs(items)} ms`,
        at(found, 0.95) <= mostPaintMs(items),
      ),
      figure(
        `a frame while the list is scrolled, p99 (${frames.length} frames)`,
        `${at(frames, 0.99).toFixed(0)} ms`,
        `p50 ${at(frames, 0.5).toFixed(0)} ms`,
        `≤ ${mostFrameMs} ms`,
        at(frames, 0.99) <= mostFrameMs,
      ),
      figure(
        `the page's memory after scrolling ${wheels} times`,
        `${(after / 1e6).toFixed(1)} MB`,
        `${(before / 1e6).toFixed(1)} MB before`,
        'flat',
        after <= before * 1.2,
      ),
      figure(
        `a key in a message of 10,000 characters until it is painted, p99 (${typed.length} keys)`,
        `${at(typed, 0.99).toFixed(0)} ms`,
        `p50 ${at(typed, 0.5).toFixed(0)} ms`,
        `≤ ${mostTypingMs} ms`,
        at(typed, 0.99) <= mostTypingMs,
      ),
    ]
  } finally {
    for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** How long after its address was asked for a page has painted its first word. */
async function firstPaint(userData: string, appDir?: string): Promise<number> {
  const app = await launchApp({ userData, ...(appDir !== undefined && { appDir }) })
  const page = await firstPage(app)
  const painted = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  const ms = Number(await painted.jsonValue())
  await closeApp(app)
  return ms
}

async function measurePaint(): Promise<Figure> {
  const blank = await blankApp()
  const userData = await folderWith(0)
  const own: number[] = []
  const others: number[] = []
  for (let round = 0; round < starts; round += 1) {
    own.push(await firstPaint(userData))
    others.push(await firstPaint(userData, blank))
  }
  for (const folder of [blank, userData]) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const part = median(own) / median(others)
  return {
    case: 'desk-page',
    what: `the first paint (${starts} rounds)`,
    measured: `${median(own).toFixed(0)} ms`,
    against: `${median(others).toFixed(0)} ms for a blank React page in the same shell`,
    ratio: `${part.toFixed(2)} ×`,
    target: `≤ ${mostOfBlank} ×`,
    verdict: verdict(part <= mostOfBlank),
  }
}

/** The built app with years in its ledger, as a clerk sees it: from a press to what is painted. Needs `npm run build`. */
export async function measure(): Promise<Figure[]> {
  const close = canShowVirtually() ? await openDisplay() : undefined
  try {
    const figures = [await measurePaint()]
    for (const items of sizes) figures.push(...(await measureOf(items)))
    return figures
  } finally {
    await close?.()
  }
}
