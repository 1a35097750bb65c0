import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kindNames, kinds } from '#shared/domain/kinds.ts'
import type { Block, Manual } from '#shared/domain/manual.ts'
import { catalogues, languageTags, type Language } from '#shared/languages/index.ts'
import { manualFiles, readManual } from '#tools/manual/read-manual.ts'
import { stops, type ScreenWords } from '#tools/manual/stops.ts'
import { inProject } from '#tools/setup/project.mjs'

const docs = inProject('docs')
const again = 'take the pictures anew with `npm run tour -- --manual`'
const manuals = Object.fromEntries(
  languageTags.map((language) => [language, readManual(readFileSync(join(docs, manualFiles[language]), 'utf8'))]),
) as Record<Language, Manual>
const screens = JSON.parse(readFileSync(join(docs, 'manual', 'screens.json'), 'utf8')) as ScreenWords

const picturesOf = (blocks: readonly Block[]) => blocks.filter((block) => block.type === 'picture')
const namesIn = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.pieces : block.type === 'list' ? block.items.flat() : []))
    .filter(({ as }) => as === 'strong')
    .map(({ text }) => text)

/** A sentence as it can be named: without what is filled in. */
const nameOf = (sentence: string) =>
  sentence
    .replace(/\{.*\}/s, '')
    .replace('()', '')
    .trim()
const namesOf = (language: Language) => new Set(Object.values(catalogues[language]).flatMap((text) => [text, nameOf(text)]))

describe.each(languageTags)('the manual (%s)', (language) => {
  const { chapters } = manuals[language]
  const pictures = chapters.flatMap(({ blocks }) => picturesOf(blocks))

  test('has a chapter for every screen that has a name in it, so that Help opens at the right place', () => {
    const ids = chapters.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining([...kindNames.map((kind) => kinds[kind].screen), 'bulk', 'outbox', 'history', 'settings']),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('names what stands on the screens as it stands there', () => {
    const known = namesOf(language)
    expect(chapters.flatMap(({ blocks }) => namesIn(blocks)).filter((name) => !known.has(name))).toEqual([])
  })

  test('shows stops of the tour, and every picture there is', () => {
    const shown = pictures.map(({ stop }) => stop)
    expect(shown.filter((stop) => !(stops as readonly string[]).includes(stop))).toEqual([])
    expect(shown.toSorted()).toEqual(Object.keys(screens).toSorted())
    expect(readdirSync(join(docs, 'manual', language)).toSorted()).toEqual(shown.map((stop) => `${stop}.webp`).toSorted())
    expect(pictures.every(({ address }) => existsSync(join(docs, address)) && address.includes(`/${language}/`))).toBe(true)
  })

  test(`shows screens that still say what they said when their picture was taken; else ${again}`, () => {
    const known = new Set<string>(Object.values(catalogues[language]))
    const gone = Object.entries(screens).flatMap(([stop, words]) =>
      words[language].filter((word) => !known.has(word)).map((word) => `${stop}: ${word}`),
    )
    expect(gone).toEqual([])
  })

  test('speaks beside each picture of what can be seen in it', () => {
    const silent = chapters.flatMap(({ blocks }) => {
      const names = namesIn(blocks)
      return picturesOf(blocks).filter(({ stop }) => {
        const words = screens[stop as keyof ScreenWords]?.[language] ?? []
        return !names.some((name) => words.some((word) => nameOf(word) === name))
      })
    })
    expect(silent.map(({ stop }) => stop)).toEqual([])
  })
})

test('the manuals of all languages have the same chapters, headings and pictures', () => {
  const outline = ({ chapters }: Manual) =>
    chapters.map(({ id, blocks }) => [id, ...blocks.map((block) => (block.type === 'picture' ? block.stop : block.type))])
  const [first, ...others] = languageTags.map((language) => outline(manuals[language]))
  for (const other of others) expect(other).toEqual(first)
})

test.each([
  ['a table', '| a |\n|---|\n| b |', /no table/],
  ['a link', '[elders](x.md)', /no link/],
  ['a picture of another kind', '![x](x.png)', /manual\/<language>\/<stop>\.webp/],
])('what the window would not show stops the build: %s', (_what, markdown, why) => {
  expect(() => readManual(`# A\n\n<!-- start -->\n\n## B\n\n${markdown}`)).toThrow(why)
})
