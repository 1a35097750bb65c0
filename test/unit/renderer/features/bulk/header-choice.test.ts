import { describe, expect, test } from 'vitest'
import { headerChoiceOf, headerSettings } from '../../../../../src/renderer/features/bulk/header-choice.ts'

const top = [2, 3, 5].map((row) => ({ row, cells: ['a'] }))
const csv = { format: 'csv', encoding: 'utf-8', delimiter: ';' } as const

describe('the choice of a header', () => {
  test.each([
    ['the first row there is, where no other is named', { header: true }, 'row-2'],
    ['the row that is named', { header: true, headerRow: 5 }, 'row-5'],
    ['none', { header: false }, 'none'],
    ['none, whatever row was named before', { header: false, headerRow: 5 }, 'none'],
  ] as const)('is %s', (_, asked, choice) => {
    expect(headerChoiceOf({ settings: { ...csv, ...asked }, top })).toBe(choice)
  })

  test.each([
    ['row-5', { header: true, headerRow: 5 }],
    ['none', { header: false, headerRow: undefined }],
  ] as const)('%s goes to main as it is', (choice, settings) => {
    expect(headerSettings(choice)).toEqual(settings)
  })
})
