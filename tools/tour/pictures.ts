import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Preferences } from '#shared/domain/preferences.ts'
import { call } from '#test/support/clerk.ts'

/** A way to look at the app. */
export interface Look {
  language: 'nl' | 'en'
  theme: 'light' | 'dark'
  width: number
  height: number
}

/** The first is how the tour is walked; together they show both languages, both themes, and a large and a small window. */
export const looks = [
  { language: 'nl', theme: 'light', width: 1440, height: 900 },
  { language: 'en', theme: 'dark', width: 1000, height: 700 },
] as const satisfies Look[]

/** Shows the app that way, and waits until the screen has changed. */
export async function show(page: Page, { language, theme, width, height }: Look): Promise<void> {
  await page.setViewportSize({ width, height })
  await call<Preferences>(page, 'preferences.set', { language, theme })
  await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor()
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

/** A folder of pictures, numbered in the order of the story. */
export async function openAlbum(folder: string) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  let count = 0
  return {
    folder,
    /** Takes the stop from every side, a heading brought to the top; leaves the app as the tour is walked. */
    async take(page: Page, name: string, heading?: RegExp): Promise<void> {
      count += 1
      const [first, ...others] = looks
      for (const look of [...others, first]) {
        await show(page, look)
        if (heading) await page.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView())
        const file = `${String(count).padStart(2, '0')}-${name}-${look.theme}-${look.language}-${look.width}x${look.height}.png`
        await page.screenshot({ path: path.join(folder, file) })
      }
    },
    get count() {
      return count
    },
  }
}
export type Album = Awaited<ReturnType<typeof openAlbum>>
