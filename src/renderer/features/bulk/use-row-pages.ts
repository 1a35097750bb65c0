import { useCallback, useEffect, useState } from 'react'
import type { BulkRow, RowFate, RowStanding } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { knownPages, lengthOf, noPages, pageSize, pageToRead, rowAt, withPage, withRow } from './row-pages.ts'

/** Which rows of a run are listed. */
export interface RowFilter {
  readonly runId: string
  readonly standing: RowStanding | null
  readonly states: readonly RowFate[]
  /** The rows by their numbers, where a list has an order of its own; null for the file's, undefined until it is known. */
  readonly order: readonly number[] | null | undefined
}

type Asked = Omit<RowFilter, 'order'> & { readonly order: readonly number[] | null; readonly after: number | null }

/** One page, by the numbers of its rows or after the row before it. */
async function readPage({ runId, standing, states, order, after }: Asked, index: number) {
  if (order === null) return unwrap(client.bulk.rows({ runId, standing, states: [...states], after, limit: pageSize }))
  const rows = order.slice(index * pageSize, (index + 1) * pageSize)
  const next = (index + 1) * pageSize < order.length ? index + 1 : null
  return rows.length === 0 ? { items: [], next } : { ...(await unwrap(client.bulk.rowsAt({ runId, rows }))), next }
}

/** The rows of a run near what is in view; `version` moves when they have to be read anew. A list of its own for each filter. */
export function useRowPages({ runId, standing, states, order }: RowFilter, expected: number, version: number) {
  const [book, setBook] = useState(() => (order ? knownPages(order.length) : noPages))
  const [seenOrder, setSeenOrder] = useState(order)
  if (seenOrder !== order) {
    setSeenOrder(order)
    setBook(order ? knownPages(order.length) : noPages)
  }
  const [view, setView] = useState({ from: 0, to: 0 })
  const [error, setError] = useState<unknown>(null)
  const wanted = states.join()

  useEffect(() => {
    if (order === undefined) return undefined
    const index = error === null ? pageToRead(book, view.from, view.to, version) : null
    if (index === null) return undefined
    let isStale = false
    const asked = wanted === '' ? [] : (wanted.split(',') as RowFate[])
    readPage({ runId, standing, states: asked, order, after: book.cursors[index] ?? null }, index).then(
      ({ items, next }) => {
        if (!isStale) setBook((now) => withPage(now, index, { rows: items, version }, next))
      },
      (failure: unknown) => {
        if (!isStale) setError(failure)
      },
    )
    return () => {
      isStale = true
    }
  }, [book, view, version, runId, standing, wanted, order, error])

  const show = useCallback((first: number, last: number) => {
    const from = Math.floor(Math.max(0, first) / pageSize)
    const to = Math.floor(Math.max(0, last) / pageSize)
    setView((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [])
  return {
    length: lengthOf(book, expected),
    isEmpty: book.end === 0,
    rowAt: (index: number) => rowAt(book, index),
    show,
    put: (row: BulkRow) => setBook((now) => withRow(now, row)),
    error,
    retry: () => setError(null),
  }
}
