import { useCallback, useEffect, useState } from 'react'
import type { BulkRow, RowFate, RowStanding } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { lengthOf, noPages, pageSize, pageToRead, rowAt, withPage, withRow } from './row-pages.ts'

/** Which rows of a run are listed. */
export interface RowFilter {
  readonly runId: string
  readonly standing: RowStanding | null
  readonly states: readonly RowFate[]
}

/** The rows of a run near what is in view; `version` moves when they have to be read anew. A list of its own for each filter. */
export function useRowPages({ runId, standing, states }: RowFilter, expected: number, version: number) {
  const [book, setBook] = useState(noPages)
  const [view, setView] = useState({ from: 0, to: 0 })
  const [error, setError] = useState<unknown>(null)
  const wanted = states.join()

  useEffect(() => {
    const index = error === null ? pageToRead(book, view.from, view.to, version) : null
    if (index === null) return undefined
    let isStale = false
    const asked = wanted === '' ? [] : (wanted.split(',') as RowFate[])
    unwrap(client.bulk.rows({ runId, standing, states: asked, after: book.cursors[index] ?? null, limit: pageSize })).then(
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
  }, [book, view, version, runId, standing, wanted, error])

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
