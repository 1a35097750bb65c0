import { expect, test } from 'vitest'
import { everything, filterOf, isEverything } from '../../../../../src/renderer/features/history/history-filter.ts'

test('an unnarrowed history leaves nothing out', () => {
  expect(filterOf(everything)).toEqual({ search: '', kinds: [], states: [] })
  expect(isEverything({ ...everything, search: '  ' })).toBe(true)
})

test('each way of narrowing reaches main', () => {
  const narrowed = { search: ' 5500001 ', kind: 'note.update', state: 'unknown' } as const
  expect(filterOf(narrowed)).toEqual({ search: '5500001', kinds: ['note.update'], states: ['unknown'] })
  expect(isEverything(narrowed)).toBe(false)
  expect(isEverything({ ...everything, state: 'sent' })).toBe(false)
})
