import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { catalogues } from '#shared/languages/index.ts'

const src = fileURLToPath(new URL('../../../src/', import.meta.url))
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(`${src}/${path}`, 'utf8') }))

type Element = { type: number; value?: unknown; options?: Record<string, { value: Element[] }>; children?: Element[] }

/** The names a sentence takes values under. */
function placeholders(elements: readonly Element[]): string[] {
  const literal = 0
  const pound = 7
  return elements.flatMap((element) => [
    ...(element.type === literal || element.type === pound ? [] : [String(element.value)]),
    ...Object.values(element.options ?? {}).flatMap((option) => placeholders(option.value)),
  ])
}
const namesIn = (text: string, language: string) =>
  [...new Set(placeholders(new IntlMessageFormat(text, language).getAst()))].toSorted()

describe('the catalogues', () => {
  test('say the same things in both languages', () => {
    expect(Object.keys(catalogues.en).toSorted()).toEqual(Object.keys(catalogues.nl).toSorted())
  })

  test('have a sentence under every name', () => {
    const empty = Object.entries({ ...catalogues.nl, ...catalogues.en }).filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('take the same values in both languages, in sentences that can be read', () => {
    const different = Object.entries(catalogues.nl).filter(
      ([id, dutch]) => namesIn(dutch, 'nl').join() !== namesIn(catalogues.en[id as keyof typeof catalogues.en], 'en').join(),
    )
    expect(different.map(([id]) => id)).toEqual([])
  })

  test('no module takes a name that another gave out', () => {
    const declared = sources
      .filter(({ path }) => /languages\/nl(\/[\w-]+)?\.ts$/.test(path))
      .flatMap(({ path, text }) => [...text.matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, id]) => ({ id, path })))
    const twice = declared.filter(({ id }, index) => declared.findIndex((other) => other.id === id) !== index)
    expect(twice).toEqual([])
    expect(declared).toHaveLength(Object.keys(catalogues.nl).length)
  })

  test('hold every sentence that main and the schemas name', () => {
    const named = sources
      .filter(({ path }) => /^(main|shared)\//.test(path) && !path.includes('languages/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/'((?:validation|failure|account|attachment|outcome|outbox)\.[a-z][\w.-]*\w)'/g)].map(([, id]) => ({
          id,
          path,
        })),
      )
    const unknown = named.filter(({ id }) => !(String(id) in catalogues.nl))
    expect(named.length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
  })
})
