import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { secretStateSchema } from '#shared/domain/account.ts'
import { noteTextProblems } from '#shared/vendors/digiwallet/note-text.ts'
import { sentencesNamed } from '#test/support/sentences.ts'

const catalogues = {
  nl: sentencesNamed('nl', 'account.', 'attachment.', 'validation.'),
  en: sentencesNamed('en', 'account.', 'attachment.', 'validation.'),
}
const source = path.join(import.meta.dirname, '../../../src')

/** One value for every placeholder that any of the sentences has. */
const values = {
  name: 'a.pdf',
  extension: 'pdf',
  found: 'png',
  rightExtension: 'png',
  size: 10.1,
  limit: 10,
  max: 255,
  bytes: 1100,
  over: 3,
  count: 2,
  address: 'Jan@example.nl',
  domain: 'Example',
  character: '<',
}

const sentence = (language: 'nl' | 'en', id: string): string => {
  const problems: unknown[] = []
  const intl = createIntl({ locale: language, messages: catalogues[language], onError: (error) => problems.push(error) })
  const text = intl.formatMessage({ id }, values)
  expect(problems).toEqual([])
  return text
}

describe('sentences about accounts, files and typed values', () => {
  test('are the same ones in Dutch and English', () => {
    expect(Object.keys(catalogues.en)).toEqual(Object.keys(catalogues.nl))
  })

  test.each(Object.keys(catalogues.nl))('%s can be said in both, with the same values', (id) => {
    const placeholders = (text: string) =>
      [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).filter((name) => name in values)
    const template = (language: 'nl' | 'en') => catalogues[language][id] ?? ''
    for (const language of ['nl', 'en'] as const) expect(sentence(language, id)).toMatch(/^[“A-Z].*[.)]$/)
    expect(new Set(placeholders(template('en')))).toEqual(new Set(placeholders(template('nl'))))
  })

  test('are there for every one that the code names', () => {
    const files = globSync('{main,shared}/**/*.ts', { cwd: source }).filter((file) => !file.includes('languages/'))
    const named = files.flatMap((file) => [
      ...readFileSync(path.join(source, file), 'utf8').matchAll(/['"`]((?:account|attachment|validation)\.[\w.-]*\w)['"`]/g),
    ])
    const ids = new Set(named.map(([, id = '']) => id))
    expect(ids.size).toBeGreaterThan(40)
    expect([...ids].filter((id) => !(id in catalogues.nl))).toEqual([])
  })

  test('are there for those whose last word is a value', () => {
    const everyProblem = [
      ...noteTextProblems(' ', 'update', () => 9_999),
      ...noteTextProblems('/\n', 'update', () => 1),
      ...noteTextProblems('..', 'update', () => 1),
      ...noteTextProblems('\uD800', 'update', () => 1),
      ...noteTextProblems('x'.repeat(20_001), 'update', () => 1),
    ]
    expect(new Set(everyProblem).size).toBe(7)
    const ids = [
      ...everyProblem.map((problem) => `validation.text.${problem}`),
      ...secretStateSchema.options.map((state) => `account.secret.${state}`),
    ]
    expect(ids.filter((id) => !(id in catalogues.nl))).toEqual([])
  })
})
