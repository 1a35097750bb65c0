import { describe, expect, test } from 'vitest'
import { labelOf, onlyMatch, valueFor, wordsFor } from '../../../../src/renderer/ui/choice.ts'

const choices = [
  { id: '1', label: 'Niet geleverd' },
  { id: 'nl', label: 'Nederlands' },
  { id: '7', label: 'Retour' },
  { id: '8', label: 'Retour' },
  { id: 'onbekend', label: '' },
]

describe('a value with words', () => {
  test('is sent as its ID, whether its words or its ID were typed, in any case', () => {
    expect(valueFor('Niet geleverd', choices)).toBe('1')
    expect(valueFor(' niet GELEVERD ', choices)).toBe('1')
    expect(valueFor('NL', choices)).toBe('nl')
  })

  test('is sent as it was typed where the list does not have it', () => {
    expect(valueFor('Iets anders ', choices)).toBe('Iets anders ')
    expect(wordsFor('Iets anders', choices)).toBe('Iets anders')
  })

  test('every entry can be chosen and is shown as itself again, also where two have the same words', () => {
    for (const choice of choices) {
      const words = labelOf(choice, choices)
      expect(valueFor(words, choices)).toBe(choice.id)
      expect(wordsFor(choice.id, choices)).toBe(words)
    }
    expect(labelOf(choices[2]!, choices)).toBe('Retour (7)')
  })

  test.each([
    ['ned', 'nl'],
    ['gelev', '1'],
    ['NEDER', 'nl'],
    ['ret', undefined],
    ['n', undefined],
    ['beschadigt', undefined],
    ['', undefined],
  ])('%j leaves one entry: %s', (typed, id) => {
    expect(onlyMatch(typed, choices)?.id).toBe(id)
  })
})
