import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import type { Overview, OverviewAsked } from '#shared/domain/overview.ts'
import type { SearchAsked, SearchPage } from './search.ts'

/** Which ledger the thread reads. */
export interface SearchThread {
  file: string
  /** What the ledger is sealed under; null where it lies open. */
  key: Uint8Array | null
  /** By line, the newest first page that was asked for: those before it are wanted by nobody. */
  newest: Int32Array
}

/** Who asks for pages as somebody types: a newer question of the same one overtakes those before it. */
export const searchLines = ['list', 'palette'] as const
export type SearchLine = (typeof searchLines)[number]

/** What the thread is asked. */
export type SearchOrder =
  | {
      id: number
      page?: SearchAsked
      line?: SearchLine | undefined
      all?: { filter: HistoryFilter; limit: number }
      overview?: OverviewAsked
    }
  | 'close'

export interface SearchReply {
  id: number
  page?: SearchPage
  all?: number[]
  overview?: Overview
  error?: Error
  /** A newer one came before it was done. */
  overtaken?: true
  /** The index can't be read. */
  damaged?: true
}
