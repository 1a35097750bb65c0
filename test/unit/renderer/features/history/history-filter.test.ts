import { isBeginning } from '#shared/domain/history-filter.ts'
import { describe, expect, test } from 'vitest'
import type { Narrowing, Period } from '#shared/domain/history-narrowing.ts'
import { filterOf, foldedFilters, isEverything } from '../../../../../src/renderer/features/history/history-filter.ts'
import { everything } from '../../../../../src/renderer/lib/narrowing.ts'
import { momentsOf } from '../../../../../src/renderer/features/history/period.ts'

const all = { accountId: null, environments: [], test: null, runId: null, from: null, before: null }

test('an unnarrowed history leaves nothing out', () => {
  expect(filterOf(everything)).toEqual({ search: '', kinds: [], states: [], ...all })
  expect(isEverything({ ...everything, search: '  ' })).toBe(true)
})

test('each way of narrowing reaches main', () => {
  const narrowed: Narrowing = {
    ...everything,
    search: ' 5500001 ',
    kind: 'note.update',
    state: 'unknown',
    account: 'a',
    environment: 'practice',
    test: 'live',
    run: '7',
  }
  expect(filterOf(narrowed)).toEqual({
    ...all,
    search: '5500001',
    kinds: ['note.update'],
    states: ['unknown'],
    accountId: 'a',
    environments: ['practice'],
    test: false,
    runId: '7',
  })
  expect([foldedFilters(narrowed), isEverything(narrowed), isEverything({ ...everything, period: 'week' })]).toEqual([
    6,
    false,
    false,
  ])
})

test('one or two letters are the beginning of something, whatever letters they are', () => {
  expect(['', ' ', 'a', ' ab ', '💶💶', 'abc', '💶💶💶'].map(isBeginning)).toEqual([false, false, true, true, true, false, false])
})

describe('periods', () => {
  // Saturday 28 November 2026, half past two.
  const now = new Date(2026, 10, 28, 14, 30)
  const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).toISOString()
  test.for([
    ['all', null, null],
    ['today', day(2026, 11, 28), null],
    ['yesterday', day(2026, 11, 27), day(2026, 11, 28)],
    ['week', day(2026, 11, 23), null],
    ['last-week', day(2026, 11, 16), day(2026, 11, 23)],
    ['month', day(2026, 11, 1), null],
    ['last-month', day(2026, 10, 1), day(2026, 11, 1)],
    ['year', day(2026, 1, 1), null],
    ['own', day(2026, 11, 2), day(2026, 11, 6)],
  ] as [Period, string | null, string | null][])('%s', ([period, from, before]) => {
    expect(momentsOf(period, { from: '2026-11-02', until: '2026-11-05' }, now)).toEqual({ from, before })
  })

  test('a week that begins on a Sunday or Monday begins on its Monday', () => {
    const week = (date: Date) => momentsOf('week', everything.own, date).from
    expect([week(new Date(2026, 10, 29)), week(new Date(2026, 10, 30))]).toEqual([day(2026, 11, 23), day(2026, 11, 30)])
  })

  test('days that are half typed leave nothing out', () => {
    expect(momentsOf('own', { from: '0002-11-02', until: '' }, now)).toEqual({ from: null, before: null })
  })
})
