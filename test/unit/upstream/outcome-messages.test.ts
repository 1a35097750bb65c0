import { join } from 'node:path'
import { readdirSync, readFileSync } from 'node:fs'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { sentencesNamed } from '#test/support/sentences.ts'

/** Every id that a module of this room or of a vendor names. */
function namedIds(): string[] {
  const sources = ['upstream', 'vendors'].flatMap((room) => {
    const folder = join(import.meta.dirname, '../../../src/main', room)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    return files.map((name) => readFileSync(join(folder, name), 'utf8'))
  })
  return [...new Set(sources.join('\n').match(/(?<=')outcome\.[\w.]+(?=')/g))]
}

const choices = {
  vendor: ['Billink', 'DigiWallet'],
  step: ['sending', 'sent', 'answering'],
  action: ['create', 'update', 'delete'],
}
const values = { status: 418, code: '7', found: 'Cadeau', bytes: 1100, test: 'yes' }

describe.each(['nl', 'en'] as const)('%s', (locale) => {
  const messages = sentencesNamed(locale, 'outcome.')

  test('has a sentence for every reason, and none that no reason names', () => {
    expect(Object.keys(messages).toSorted()).toEqual(namedIds().toSorted())
  })

  test.each(Object.keys(messages))('%s is a whole sentence whatever its values', (id) => {
    const errors: unknown[] = []
    const intl = createIntl({ locale, messages, onError: (error) => errors.push(error) })
    for (const vendor of choices.vendor)
      for (const step of choices.step)
        for (const action of choices.action) {
          const sentence = intl.formatMessage({ id }, { ...values, vendor, step, action })
          expect(sentence).not.toMatch(/[{}]|undefined| {2}/)
          expect(sentence).toMatch(id === 'outcome.vendorCode' ? /7$/ : /^[A-Z].*\.$/)
        }
    expect(errors).toEqual([])
  })

  test('the three steps of an outcome that is not known read differently', () => {
    const intl = createIntl({ locale, messages })
    for (const id of ['outcome.unknown.timeout', 'outcome.unknown.reset', 'outcome.unknown.stopped']) {
      const sentences = choices.step.map((step) => intl.formatMessage({ id }, { step, vendor: 'Billink' }))
      expect(new Set(sentences).size).toBe(3)
    }
  })
})
