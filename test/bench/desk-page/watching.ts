import type { Page } from '@playwright/test'

/** What a page that is watched tells. */
interface Watched {
  /** From each key that was pressed until what it changed was painted. */
  keys: number[]
  /** From one frame to the next. */
  frames: number[]
}

type Watching = typeof globalThis & { watched: Watched }

/** What a key has to have come to, before it counts as painted. */
export type AwaitedPaint = 'letter' | 'results'

/**
 * Counts, in the page, from a key until the paint after the frame in which its letter, or its results, are there; in steps of a
 * frame, since nobody sees less.
 */
async function watchKeys(page: Page, field: string, awaited: AwaitedPaint): Promise<void> {
  await page.evaluate(
    ({ selector, forResults }) => {
      // What was typed is marked in what was found; the results of the key before stay until these are there.
      const isDone = (typed: string): boolean => {
        const asked = typed.trim().toLowerCase()
        if (!forResults || asked.length < 3 || !document.querySelector('main [role=option]')) return true
        return [...document.querySelectorAll('main mark')].some(({ textContent }) => textContent?.toLowerCase() === asked)
      }
      const input = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
      if (!input) throw new Error(`There is no ${selector}`)
      const watched: Watched = { keys: [], frames: [] }
      Object.assign(globalThis, { watched })
      let pressedAt: number | null = null
      // After the frame's own work: a task that was posted in it runs once it is painted.
      const afterPaint = (then: () => void) => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', then, { once: true })
        channel.port1.start()
        channel.port2.postMessage(null)
      }
      const look = () => {
        requestAnimationFrame(() => {
          if (pressedAt === null) return
          if (!isDone(input.value)) return look()
          const from = pressedAt
          pressedAt = null
          afterPaint(() => watched.keys.push(performance.now() - from))
        })
      }
      input.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true })
      input.addEventListener('input', look, { capture: true })
    },
    { selector: field, forResults: awaited === 'results' },
  )
}

const watchedKeys = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as Watching).watched.keys)

/** Types into a field, a key at a time, each once the one before it is painted; how long each took. */
export async function paintOfKeys(
  page: Page,
  { field, text, awaited }: { field: string; text: string; awaited: AwaitedPaint },
): Promise<number[]> {
  await watchKeys(page, field, awaited)
  for (const [at, key] of text.split('').entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await page.waitForFunction((count) => (globalThis as Watching).watched.keys.length === count, at + 1)
  }
  return watchedKeys(page)
}

/** Turns the wheel over a list for so many steps; how long each frame took meanwhile. */
export async function framesOfScrolling(page: Page, list: string, steps: number): Promise<number[]> {
  const box = await page.locator(list).boundingBox()
  if (!box) throw new Error(`There is no ${list}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    const watched: Watched = { keys: [], frames: [] }
    Object.assign(globalThis, { watched })
    let before = performance.now()
    const frame = (now: number) => {
      watched.frames.push(now - before)
      before = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, 600)
  return page.evaluate(() => (globalThis as Watching).watched.frames)
}

/** What of the page's memory is in use, once what nobody holds is gone. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
