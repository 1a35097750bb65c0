import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { rowStandingSchema } from '#shared/domain/bulk.ts'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import { sentencesNamed } from '#test/support/sentences.ts'

const source = path.join(import.meta.dirname, '../../../src/main')
const messages = {
  nl: sentencesNamed('nl', 'bulk.', 'damage.'),
  en: sentencesNamed('en', 'bulk.', 'damage.'),
}
const ids = Object.keys(messages.nl)

/** What a reader notices of cells and says once for a column. */
const flags =
  'digits-lost error no-result formula-text padded rounded formatted amount percent unshown date boolean open-quote stray garbled'.split(
    ' ',
  )

/** One value for every placeholder that any of the sentences has. */
const values = {
  row: 1,
  limit: 10,
  columns: 3,
  count: 2,
  column: 'a',
  name: 'a',
  value: 'a',
  from: 'a',
  to: 'b',
  code: 'PYP',
  outlet: '1',
  invoice: '1',
  sheet: 'a',
  needed: 2,
  free: 1,
  example: 'a',
  found: 'a',
  action: 'create',
  names: '___',
}

const sentence = (language: 'nl' | 'en', id: string): string => {
  const problems: unknown[] = []
  const intl = createIntl({ locale: language, messages: messages[language], onError: (error) => problems.push(error) })
  const text = intl.formatMessage({ id }, values)
  expect(problems).toEqual([])
  return text
}

describe('sentences about tables', () => {
  test('are the same ones in Dutch and English', () => {
    expect(Object.keys(messages.en)).toEqual(ids)
  })

  test.each(ids)('%s can be said in both, with the same values', (id) => {
    const placeholders = (text: string) =>
      new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).filter((name) => name in values))
    for (const language of ['nl', 'en'] as const) expect(sentence(language, id)).not.toMatch(/[{}]\w/)
    expect(placeholders(messages.en[id] ?? '')).toEqual(placeholders(messages.nl[id] ?? ''))
  })

  test('are there for every one that the code names', () => {
    const named = globSync('{bulk,features/bulk}/**/*.ts', { cwd: source }).flatMap((file) => [
      ...readFileSync(path.join(source, file), 'utf8').matchAll(/'(bulk\.[\w.-]+)'/g),
    ])
    const found = new Set(named.map(([, id = '']) => id))
    expect(found.size).toBeGreaterThan(50)
    expect([...found].filter((id) => !(id in messages.nl))).toEqual([])
  })

  test('are there for those whose last word is a value', () => {
    const made = [
      ...['missing', 'ambiguous', 'escapes'].map((problem) => `bulk.file.${problem}`),
      ...flags.map((flag) => `bulk.remark.${flag}`),
      ...[...rowStandingSchema.options, ...submissionStateSchema.options].map((state) => `bulk.status.${state}`),
    ]
    expect(made.filter((id) => !(id in messages.nl))).toEqual([])
  })

  test('a brace can be spoken of', () => {
    expect(sentence('nl', 'bulk.plan.unclosedBrace')).toBe(
      'Er mist een accolade (}) achter een kolomnaam. Wil je een accolade in de tekst, typ er dan twee ({{).',
    )
  })
})
