import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openOutside, overTurn, type Outside } from '#test/support/attacks/outside.ts'
import { departures, ending, pageAttacks, type Stage } from '#test/support/attacks/page-attacks.ts'
import { makeWeakApp } from '#test/support/attacks/weak-app.ts'
import { settleIn } from '#test/support/clerk.ts'
import { firstPage, killApp, launchApp, packedApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'

/** An attack that is not there by then never comes: far more than any of them takes. */
const longestMs = 4_000
/** How long one may take to say so itself; what arrives outside may take longer. */
const patienceMs = 400

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * When what was begun has arrived outside. On the weakened app, where it does, this waits for it; on the app itself, where nothing
 * may come, it waits twice as long as the slowest took there.
 */
function arrivals(measured: number | null) {
  let slowest = 0
  return {
    slowest: () => slowest,
    async of(isThere: () => boolean): Promise<void> {
      if (measured !== null) return void (await pause(measured * 2))
      const start = performance.now()
      while (!isThere() && performance.now() - start < longestMs) await pause(10)
      slowest = Math.max(slowest, performance.now() - start)
    },
  }
}
type Arrivals = ReturnType<typeof arrivals>

type Attacks = Record<string, (stage: Stage) => unknown>

/**
 * Begins attacks as scripts of the page: from the next task on the page's own rules hold. Answers with the names of those that
 * say themselves that they succeeded.
 */
async function attack(page: Page, attacks: Attacks, { of, turn }: Outside): Promise<string[]> {
  const acts = Object.entries(attacks).map(
    ([name, act]) => `[${JSON.stringify(name)}, ${String(act)}, ${JSON.stringify({ away: of(name), turn } satisfies Stage)}]`,
  )
  const text = `new Promise((begin) => setTimeout(begin)).then(async () => {
    const won = []
    for (const [name, act, stage] of [${acts.join(',')}]) {
      const late = new Promise((resolve) => setTimeout(resolve, ${patienceMs}))
      const tried = (async () => act(stage))().catch(() => false)
      if ((await Promise.race([tried, late])) === true) won.push(name)
    }
    return won
  })`
  return page.evaluate<string[]>(text).catch(() => [])
}

/**
 * A page that is gone attacks nobody, and proves nothing. Asked of the page itself: Playwright's own way to look waits for a navigation
 * that main refused, and which therefore never ends.
 */
const isAlive = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.querySelectorAll('nav').length).catch(() => 0)).toBeGreaterThan(0)

/** Back to our own page, also while another is about to take its place. */
async function goHome(page: Page, home: string): Promise<void> {
  await expect(async () => {
    await page.goto(home)
    expect(page.url()).toBe(home)
  }).toPass()
}

const byTurn = Object.entries<(stage: Stage) => unknown>(pageAttacks).filter(([name]) => name.includes('TURN'))
const others = Object.fromEntries(
  Object.entries<(stage: Stage) => unknown>(pageAttacks).filter(([name]) => !name.includes('TURN')),
)

/** The names of the attacks that succeeded. */
async function succeeded(page: Page, outside: Outside, arrived: Arrivals): Promise<Set<string>> {
  const { came } = outside
  const won = new Set(await attack(page, others, outside))
  await arrived.of(() => Object.keys(others).every((name) => won.has(name) || came.has(name)))
  for (const [name, act] of byTurn) {
    const heard = name.includes('UDP') ? overTurn.udp : overTurn.tcp
    outside.forget(heard)
    await attack(page, { [name]: act }, outside)
    await arrived.of(() => came.has(heard))
    if (came.has(heard)) won.add(name)
  }
  await isAlive(page)
  const home = page.url()
  for (const [name, act] of Object.entries<(stage: Stage) => unknown>(departures)) {
    await attack(page, { [name]: act }, outside)
    await arrived.of(() => came.has(name))
    // Where it succeeded the page is leaving, and may not have left yet.
    if (came.has(name)) await goHome(page, home)
    expect(page.url()).toBe(home)
    await isAlive(page)
  }
  for (const name of Object.keys({ ...others, ...departures })) if (came.has(name)) won.add(name)
  outside.forget(overTurn.tcp)
  for (const [name, act] of Object.entries<(stage: Stage) => unknown>(ending)) {
    await attack(page, { [name]: act }, outside)
    await arrived.of(() => came.has(overTurn.tcp))
    if (came.has(overTurn.tcp)) won.add(name)
  }
  return won
}

test('no attack out of the page succeeds, and each of them does on an app without what stops it', async ({
  app,
  page,
  userData,
}) => {
  test.skip(packedApp !== undefined, 'a packed app cannot be weakened from outside')
  const names = Object.keys({ ...pageAttacks, ...departures, ...ending })
  expect(names.length).toBeGreaterThanOrEqual(60)
  const weakOutside = await openOutside()
  const weak = await launchApp({ userData: path.join(userData, 'weak'), appDir: await makeWeakApp() })
  const measuring = arrivals(null)
  let broken: Set<string>
  try {
    const weakPage = await firstPage(weak)
    await settleIn(weakPage)
    broken = await succeeded(weakPage, weakOutside, measuring)
  } finally {
    await killApp(weak)
    await weakOutside.close()
  }

  const outside = await openOutside()
  let held: Set<string>
  try {
    await settleIn(page)
    held = await succeeded(page, outside, arrivals(measuring.slowest()))
  } finally {
    await outside.close()
    // Its page may be gone, and with it who would be asked whether it may close.
    await killApp(app)
  }

  mkdirSync('test-results', { recursive: true })
  const table = names.map((name) => ({ name, app: held.has(name), weakened: broken.has(name) }))
  writeFileSync('test-results/attacks.json', JSON.stringify(table))
  expect([...held]).toEqual([])
  expect(names.filter((name) => !broken.has(name))).toEqual([])
})
