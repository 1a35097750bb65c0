import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnySubmission } from '#main/storage/submission-queries.ts'
import { outboxPages, type OutboxKey } from '#main/storage/outbox-pages.ts'
import { outboxQueue } from '#main/storage/outbox-queue.ts'
import { storm } from '#test/support/storm.ts'
import { testDesk, type TestDesk } from '#test/support/desk.ts'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk()
})
afterEach(() => desk.close())

/** All pages, one after the other, as a screen reads them. */
function walk(limit: number): AnySubmission[][] {
  const pages: AnySubmission[][] = []
  let next: OutboxKey | null = null
  do {
    const page = desk.pages.page(next, limit)
    pages.push(page.items)
    next = page.next
  } while (next)
  return pages
}

test('every item is reached, a page at a time, what only a person can end first and the oldest first within a state', () => {
  storm(desk, 5, { prefix: 'waits' })
  storm(desk, 2, { prefix: 'held', state: 'held' })
  storm(desk, 7, { prefix: 'unknown', state: 'unknown' })
  storm(desk, 3, { prefix: 'refused' })
  desk.ledger.db.exec("UPDATE submissions SET state = 'rejected' WHERE id LIKE 'refused-%'")
  desk.records.dismiss('refused-1')
  const pages = walk(4)
  expect(pages.flat().map(({ id }) => id)).toEqual([
    ...Array.from({ length: 7 }, (_, at) => `unknown-${at}`),
    'held-0',
    'held-1',
    'refused-0',
    'refused-2',
    ...Array.from({ length: 5 }, (_, at) => `waits-${at}`),
  ])
  expect(pages.map(({ length }) => length)).toEqual([4, 4, 4, 4])
  expect(desk.pages.total()).toBe(16)
  expect(desk.pages.counts()).toMatchObject({ unknown: 7, held: 2, rejected: 2, queued: 5 })
})

test('all of ten thousand are there', () => {
  storm(desk, 10_000, { state: 'unknown' })
  const ids = walk(200).flatMap((page) => page.map(({ id }) => id))
  expect(new Set(ids).size).toBe(10_000)
  expect(desk.pages.total()).toBe(10_000)
})

test('an item that moves on between two pages leaves none of the others out', () => {
  storm(desk, 6)
  const first = desk.pages.page(null, 3)
  desk.ledger.db.exec("UPDATE submissions SET state = 'sent' WHERE id = 'storm-1'")
  const second = desk.pages.page(first.next, 3)
  expect(second.items.map(({ id }) => id)).toEqual(['storm-3', 'storm-4', 'storm-5'])
})

test('no question of the outbox looks through the whole ledger', () => {
  const asked: string[] = []
  const db = new Proxy(desk.ledger.db, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (sql: string) => {
        asked.push(sql)
        return target.prepare(sql)
      }
    },
  })
  outboxQueue({ ...desk.ledger, db })
  outboxPages({ ...desk.ledger, db })
  expect(asked.length).toBeGreaterThan(20)
  const scans = asked.flatMap((sql) =>
    desk.ledger.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => 1))
      .map(({ detail }) => String(detail))
      // A partial index holds what is open and no more; rows of a subquery were found by an index before.
      .filter(
        (detail) => /^SCAN (?!CONSTANT|\()|TEMP B-TREE/.test(detail) && !/INDEX submissions_(due|waiting|refused)/.test(detail),
      )
      .filter((detail) => !(detail === 'SCAN item' && sql.includes(') AS item')))
      .map((detail) => `${detail}: ${sql}`),
  )
  expect(scans).toEqual([])
})
