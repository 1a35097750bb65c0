import { describe, expect, test } from 'vitest'
import type { BulkRow } from '#shared/domain/bulk.ts'
import {
  lengthOf,
  noPages,
  pageSize,
  pageToRead,
  rowAt,
  withPage,
  withRow,
  type RowPages,
} from '../../../../../src/renderer/features/bulk/row-pages.ts'

const row = (number: number): BulkRow => ({
  row: number,
  standing: 'good',
  values: {},
  originals: {},
  test: null,
  problems: {},
  warnings: [],
  outcome: null,
})

/** A table as main answers for it: rows by key, a page at a time. */
function table(numbers: readonly number[]) {
  return (after: number | null) => {
    const rest = numbers.filter((number) => number > (after ?? 0))
    const rows = rest.slice(0, pageSize).map(row)
    return { rows, next: rest.length > pageSize ? (rows.at(-1)?.row ?? null) : null }
  }
}

/** Reads until the pages in view are there, as the hook does; answers with how often it asked. */
function read(book: RowPages, ask: ReturnType<typeof table>, from: number, to: number, version = 0) {
  let asked = 0
  for (let index = pageToRead(book, from, to, version); index !== null; index = pageToRead(book, from, to, version)) {
    const { rows, next } = ask(book.cursors[index] ?? null)
    book = withPage(book, index, { rows, version }, next)
    asked += 1
    expect(asked).toBeLessThan(1000)
  }
  return { book, asked }
}

/** Every third number: a filter leaves gaps. */
const numbers = Array.from({ length: 20_050 }, (_, index) => index * 3 + 2)

describe('a long table by pages', () => {
  test('shows the row at its place, wherever one scrolls to', () => {
    const ask = table(numbers)
    const start = read(noPages, ask, 0, 0)
    expect(start.asked).toBe(1)
    expect(rowAt(start.book, 7)?.row).toBe(numbers[7])
    const far = read(start.book, ask, 90, 91)
    expect(rowAt(far.book, 91 * pageSize + 3)?.row).toBe(numbers[91 * pageSize + 3])
    const back = read(far.book, ask, 40, 40)
    expect(back.asked).toBe(1)
    expect(rowAt(back.book, 40 * pageSize)?.row).toBe(numbers[40 * pageSize])
  })

  test('holds a few pages only, however far one goes', () => {
    const { book } = read(noPages, table(numbers), 100, 100)
    expect(book.pages.size).toBeLessThanOrEqual(8)
    expect([...book.pages.values()].reduce((sum, page) => sum + page.rows.length, 0)).toBeLessThanOrEqual(8 * pageSize)
  })

  test('is as long as was counted until its end is seen, and then as long as it is', () => {
    const ask = table(numbers.slice(0, 450))
    const start = read(noPages, ask, 0, 0).book
    expect(lengthOf(start, 500)).toBe(500)
    expect(lengthOf(start, 0)).toBe(pageSize)
    expect(lengthOf(read(start, ask, 2, 2).book, 500)).toBe(450)
  })

  test('asks for nothing beyond the end', () => {
    const end = read(noPages, table(numbers.slice(0, 150)), 0, 5)
    expect(end.asked).toBe(1)
    expect(lengthOf(read(noPages, table([]), 0, 3).book, 12)).toBe(0)
  })

  test('reads what is in view anew when outcomes moved, and shows the old rows until then', () => {
    const ask = table(numbers)
    const { book } = read(noPages, ask, 0, 1)
    expect(pageToRead(book, 0, 1, 1)).toBe(0)
    expect(rowAt(book, 0)?.row).toBe(numbers[0])
    const anew = read(book, ask, 0, 1, 1)
    expect(anew.asked).toBe(2)
  })

  test('forgets what follows a page that now ends elsewhere', () => {
    const before = read(noPages, table(numbers), 0, 3).book
    const fewer = table(numbers.slice(10))
    const { rows, next } = fewer(null)
    const after = withPage(before, 0, { rows, version: 1 }, next)
    expect([...after.pages.keys()]).toEqual([0])
    const again = read(after, fewer, 0, 3, 1).book
    expect(rowAt(again, 3 * pageSize)?.row).toBe(numbers[10 + 3 * pageSize])
  })

  test('a row that was changed is shown as it is now, and no other is touched', () => {
    const { book } = read(noPages, table(numbers), 0, 0)
    const changed = { ...row(numbers[4]!), standing: 'faulty' as const }
    const now = withRow(book, changed)
    expect(rowAt(now, 4)).toBe(changed)
    expect(rowAt(now, 5)).toBe(rowAt(book, 5))
  })
})
