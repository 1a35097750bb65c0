import type { BulkRow } from '#shared/domain/bulk.ts'

/** Rows asked for at once, and the pages that stay in memory of however many a run has. */
export const pageSize = 200
const keptPages = 8

interface Page {
  readonly rows: readonly BulkRow[]
  /** The state of the run it was read at; pages of an older one are shown until they are read anew. */
  readonly version: number
}

/** A table of any length of which only the pages near the view are held; each page begins after the row its cursor names. */
export interface RowPages {
  readonly cursors: readonly (number | null)[]
  readonly pages: ReadonlyMap<number, Page>
  /** The number of rows, once the last page was seen. */
  readonly end: number | null
}

export const noPages: RowPages = { cursors: [null], pages: new Map(), end: null }

/** The pages of a list of which the numbers of its rows are known: each can be read without those before it. */
export const knownPages = (length: number): RowPages => ({
  cursors: Array.from({ length: Math.max(1, Math.ceil(length / pageSize)) }, (_, page) => page),
  pages: new Map(),
  end: length,
})

/** The pages with one more, the farthest ones dropped. Where the next page begins elsewhere than it did, what follows is forgotten. */
export function withPage(book: RowPages, index: number, page: Page, next: number | null): RowPages {
  const moved = book.cursors.length > index + 1 && book.cursors[index + 1] !== next
  const later = moved ? [] : book.cursors.slice(index + 2)
  const cursors = next === null ? book.cursors.slice(0, index + 1) : [...book.cursors.slice(0, index + 1), next, ...later]
  const near = [...book.pages]
    .filter(([at]) => at !== index && (at < index || (!moved && next !== null)))
    .toSorted(([a], [b]) => Math.abs(a - index) - Math.abs(b - index))
    .slice(0, keptPages - 1)
  return {
    cursors,
    pages: new Map([...near, [index, page]]),
    end: next === null ? index * pageSize + page.rows.length : moved ? null : book.end,
  }
}

/** The page to read next for the pages in view; null when all are there. A page far away is reached through those before it. */
export function pageToRead(book: RowPages, from: number, to: number, version: number): number | null {
  for (let index = from; index <= to; index += 1) {
    if (book.end !== null && index * pageSize >= book.end && index > 0) return null
    if (book.pages.get(index)?.version === version) continue
    return Math.min(index, book.cursors.length - 1)
  }
  return null
}

/** The row at a place in the list, or undefined while its page is not there. */
export const rowAt = (book: RowPages, index: number): BulkRow | undefined =>
  book.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]

/** How long the list is: as counted, else as far as it is known. */
export function lengthOf(book: RowPages, expected: number): number {
  if (book.end !== null) return book.end
  const last = Math.max(-1, ...book.pages.keys())
  return Math.max(expected, last * pageSize + (book.pages.get(last)?.rows.length ?? 0))
}

/** The pages with one row as it stands now. */
export function withRow(book: RowPages, row: BulkRow): RowPages {
  const pages = new Map(
    [...book.pages].map(([index, page]) => [
      index,
      page.rows.some((old) => old.row === row.row)
        ? { ...page, rows: page.rows.map((old) => (old.row === row.row ? row : old)) }
        : page,
    ]),
  )
  return { ...book, pages }
}
