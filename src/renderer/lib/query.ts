import { QueryClient } from '@tanstack/react-query'
import type { BulkRun } from '#shared/domain/bulk.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { onEvent } from './events.ts'
import { showSaved } from './show-saved.ts'

/** The names under which answers are kept; the first word is what an event of main makes stale. */
export const keys = {
  info: ['app', 'info'],
  gate: ['unlock'],
  keysStatus: ['keys', 'status'],
  backupStatus: ['keys', 'backup'],
  told: ['app', 'told'],
  preferences: ['preferences'],
  proxies: ['proxies'],
  team: ['team'],
  teamLists: ['team', 'history'],
  teamHistory: (filter: object) => ['team', 'history', filter],
  teamItem: (id: string) => ['team', 'item', id],
  colleagues: ['team', 'colleagues'],
  teamDrafts: (kind: Kind) => ['team', 'drafts', kind],
  teamDraft: (id: string) => ['team', 'draft', id],
  updates: ['updates'],
  policy: ['policy'],
  privacy: ['privacy', 'state'],
  accounts: ['accounts'],
  draftsOf: (kind: Kind) => ['drafts', kind],
  draftsFound: (kind: Kind, search: string) => ['drafts', kind, 'found', search],
  drafts: (kind: Kind, accountId: string | null, search: string) => ['drafts', kind, accountId, search],
  draftsElsewhere: ['drafts', 'elsewhere'],
  draft: (id: string) => ['draft', id],
  draftStanding: (id: string) => ['draft', id, 'team'],
  evidence: (draftId: string) => ['draft', draftId, 'evidence'],
  outbox: ['submissions', 'outbox'],
  counts: ['submissions', 'counts'],
  history: (filter: object) => ['submissions', 'history', filter],
  overview: (asked: object) => ['overview', asked],
  savedSearches: ['saved-searches'],
  templates: ['templates'],
  template: (id: string) => ['templates', id],
  damaged: (sources: readonly string[]) => ['damaged', ...sources],
  damagedItem: (id: string) => ['damaged', 'item', id],
  erasedItem: (id: string) => ['submissions', 'erased', id],
  submission: (id: string) => ['submissions', 'detail', id],
  bulkRuns: ['bulk', 'runs'],
  bulkRun: (id: string) => ['bulk', 'run', id],
  bulkPreview: (id: string) => ['bulk', 'preview', id],
  bulkCount: (id: string, field: string, value: string) => ['bulk-count', id, field, value],
  bulkOrder: (id: string, wanted: object) => ['bulk-order', id, wanted],
  bulkConfirmation: (id: string) => ['bulk', 'confirmation', id],
} as const

/** Main is always reachable, whatever the network does, and nothing is asked twice by itself: main says when to look again. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Infinity,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** Keeps the answers true to what main tells; answers with the function that stops. */
export function followEvents(queries: QueryClient): () => void {
  const stale = (...queryKey: string[]) => {
    // A first answer that is still on its way may have been read before the change, and would be taken for the newest.
    void queries
      .cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined })
      .then(() => queries.invalidateQueries({ queryKey }))
  }
  const stops = [
    onEvent('submissions.changed', () => stale('submissions')),
    onEvent('drafts.changed', ({ ids, saved }) => {
      if (saved) {
        showSaved(queries, saved)
        void queries.invalidateQueries({ queryKey: keys.draft(saved.id), exact: true })
        return
      }
      stale('drafts')
      if (ids.length === 0) stale('draft')
      for (const id of ids) stale('draft', id)
    }),
    onEvent('templates.changed', () => stale('templates')),
    onEvent('bulk.changed', () => stale('bulk')),
    onEvent('damaged.changed', () => stale('damaged')),
    // Several times a second while a run is sent: the figures come along, so that nothing has to be asked for.
    onEvent('bulk.progress', ({ runId, state, progress }) => {
      const moved = (run: BulkRun): BulkRun => (run.id === runId ? { ...run, state, progress } : run)
      queries.setQueryData<BulkRun>(keys.bulkRun(runId), (run) => run && moved(run))
      queries.setQueryData<BulkRun[]>(keys.bulkRuns, (runs) => runs?.map(moved))
    }),
    onEvent('accounts.changed', () => {
      stale('accounts')
      // The first account of a vendor's is what a recovery code is offered for.
      stale('keys')
    }),
    onEvent('keys.changed', () => stale('keys')),
    onEvent('privacy.changed', () => stale('privacy')),
    onEvent('proxies.changed', () => stale('proxies')),
    onEvent('team.changed', () => stale('team')),
    onEvent('updates.changed', (state) => {
      void queries.cancelQueries({ queryKey: keys.updates }).then(() => queries.setQueryData(keys.updates, state))
    }),
    onEvent('preferences.changed', (preferences) => {
      void queries.cancelQueries({ queryKey: keys.preferences }).then(() => queries.setQueryData(keys.preferences, preferences))
    }),
  ]
  return () => stops.forEach((stop) => stop())
}
