import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import type { Overview, OverviewAsked } from '#shared/domain/overview.ts'
import type { SearchAsked, SearchPage } from './search.ts'

/** Which ledger the thread reads. */
export interface SearchThread {
  file: string
  /** What the ledger is sealed under; null where it lies open. */
  key: Uint8Array | null
}

/** What the thread is asked. */
export type SearchOrder =
  | { id: number; page?: SearchAsked; all?: { filter: HistoryFilter; limit: number }; overview?: OverviewAsked }
  | 'close'

export interface SearchReply {
  id: number
  page?: SearchPage
  all?: number[]
  overview?: Overview
  error?: Error
}
