import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { catalogues, languageTags, type Language } from '#shared/languages/index.ts'
import { manualFiles, readManual } from '#tools/manual/read-manual.ts'
import type { ScreenWords, Stop } from '#tools/manual/stops.ts'
import { show } from './pictures.ts'

/** Readable at the width of a pane, and small enough to go along with the app. */
const size = { width: 1000, height: 700 }
const quality = 70

const named = 'h1, h2, h3, button, label, legend, [role=tab], dt, [role=columnheader]'

/** The words of the page that are one whole sentence of the catalogue. */
async function wordsOn(page: Page, language: Language): Promise<string[]> {
  const known = new Set<string>(Object.values(catalogues[language]))
  const dialog = page.locator('[role=dialog], [role=alertdialog]').last()
  const scope = (await dialog.count()) > 0 ? dialog : page.getByRole('main')
  const texts = await scope.locator(named).allInnerTexts()
  return [...new Set(texts.map((text) => text.trim()).filter((text) => known.has(text)))].toSorted((a, b) => a.localeCompare(b))
}

async function picturesOf(docs: string): Promise<Set<string>> {
  const files = await Promise.all(Object.values(manualFiles).map((file) => readFile(path.join(docs, file), 'utf8')))
  const blocks = files.flatMap((text) => readManual(text).chapters.flatMap((chapter) => chapter.blocks))
  return new Set(blocks.flatMap((block) => (block.type === 'picture' ? [block.stop] : [])))
}

/** Takes the pictures that the manuals in `docs` show, one in each language, in place of those of before. */
export async function openManual(docs: string) {
  const wanted = await picturesOf(docs)
  const words: ScreenWords = {}
  for (const language of languageTags) {
    await rm(path.join(docs, 'manual', language), { recursive: true, force: true })
    await mkdir(path.join(docs, 'manual', language), { recursive: true })
  }
  return {
    async take(page: Page, stop: Stop): Promise<void> {
      if (!wanted.delete(stop)) return
      const browser = await page.context().newCDPSession(page)
      const said: Partial<Record<Language, string[]>> = {}
      for (const language of languageTags) {
        await show(page, { ...size, language, theme: 'light' })
        const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality })
        await writeFile(path.join(docs, 'manual', language, `${stop}.webp`), Buffer.from(data, 'base64'))
        said[language] = await wordsOn(page, language)
      }
      words[stop] = said as Record<Language, string[]>
      await browser.detach()
    },
    /** Keeps what the screens said; fails where the manual shows a stop that the tour did not come to. */
    async close(): Promise<void> {
      if (wanted.size > 0) throw new Error(`The tour does not come to what the manual shows: ${[...wanted].join(', ')}`)
      await writeFile(path.join(docs, 'manual', 'screens.json'), `${JSON.stringify(words, null, 2)}\n`)
    },
  }
}
