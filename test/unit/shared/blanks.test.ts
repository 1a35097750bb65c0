import { expect, test } from 'vitest'
import { blankNames, blanksIn, withoutValues, withValues } from '#shared/domain/blanks.ts'
import { kindNames } from '#shared/domain/kinds.ts'
import { languageTags } from '#shared/languages/index.ts'
import { placeholderName, placeholderNamed, placeholdersOf } from '#shared/vendors/placeholders.ts'

test.each([
  ['Beste {naam},', ['{naam}']],
  ['{naam} {factuur} {naam}', ['{naam}', '{factuur}']],
  ['Het bedrag is { bedrag in euro }.', ['{ bedrag in euro }']],
  ['{{naam}}', ['{naam}']],
  ['{e-mail} en {klant’s naam}', ['{e-mail}', '{klant’s naam}']],
  // What somebody pastes is no blank for that.
  ['{"a": 1} {} {1} {a\nb} {a{b', []],
])('what is still to be filled in is found: %s', (text, names) => {
  expect(blankNames(text)).toEqual(names)
  for (const { whole, start } of blanksIn(text)) expect(text.slice(start, start + whole.length)).toBe(whole)
})

test('what has a value is filled in and the rest stays as it stands', () => {
  const values: Record<string, string> = { naam: 'Jan {x} $& de Vries', factuur: '' }
  expect(withValues('Beste { naam }, {factuur} {reden}', (name) => values[name] ?? '')).toBe(
    'Beste Jan {x} $& de Vries, {factuur} {reden}',
  )
})

test.each([
  ['Beste Jan Jansen, factuur 12.', 'Beste {naam}, factuur {factuur}.'],
  ['Jansen en Jan Jansens, 123 en 12, x12', 'Jansen en Jan Jansens, 123 en {factuur}, x12'],
  ['jan@x.nl (Jan Jansen)', '{e-mail} ({naam})'],
  ['{naam} blijft', '{naam} blijft'],
])('what is of one customer is taken out, whole words only: %s', (text, without) => {
  const values = [
    { name: 'naam', value: ' Jan Jansen ' },
    { name: 'e-mail', value: 'jan@x.nl' },
    { name: 'factuur', value: '12' },
    { name: 'leeg', value: '' },
    { name: 'kort', value: 'x' },
  ]
  expect(withoutValues(text, values)).toBe(without)
})

test('each placeholder is known by its name in every language, and no two of a kind by one name', () => {
  for (const kind of kindNames) {
    for (const placeholder of placeholdersOf(kind)) {
      for (const language of languageTags) {
        expect(placeholderNamed(kind, placeholderName(placeholder, language).toUpperCase())).toBe(placeholder)
        expect(blankNames(`{${placeholderName(placeholder, language)}}`)).toHaveLength(1)
      }
    }
    expect(placeholderNamed(kind, 'reden')).toBeNull()
  }
})
