import * as z from 'zod'
import type { historyContract } from '#shared/ipc/history-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { gone } from '../../ipc/failure.ts'
import { placeAt } from '../../ipc/cursor.ts'
import type { Dossier } from './dossier.ts'
import type { HistoryExport } from './export.ts'
import { Overtaken } from '../../storage/history-search/overtaken.ts'
import type { HistorySearcher } from '../../storage/history-search/searcher.ts'
import type { SavedSearches } from '../../storage/saved-searches.ts'
import type { SubmissionQueries } from '../../storage/submission-queries.ts'
import type { Person } from '../../submissions/person.ts'
import type { DraftViews } from '../../views/draft-views.ts'
import type { Summaries } from '../../views/summaries.ts'

export interface HistoryDeps {
  searcher: Pick<HistorySearcher, 'page'>
  saved: SavedSearches
  queries: Pick<SubmissionQueries, 'bySeqs'>
  summaries: Summaries
  person: Pick<Person, 'duplicate'>
  draftViews: DraftViews
  /** The item as its vendor's helpdesk needs it. */
  vendorText(id: string): Promise<string>
  now(): number
  export: HistoryExport
  dossier: Dossier
}

/** Where a page ended. */
const endSchema = z.object({ seq: z.number().int(), key: z.union([z.string(), z.number()]).nullable() })

/** Nobody waits for a search that was typed over: it is no trouble to be told or logged. */
function orGone(error: unknown): never {
  throw error instanceof Overtaken ? gone() : error
}

/** Every item this app ever filed, with all that is known of it: the only history there is (neither vendor can be asked). */
export function history(deps: HistoryDeps): GroupHandlers<(typeof historyContract)['history']> {
  const { searcher, saved, queries, summaries, person, draftViews, vendorText } = deps
  return {
    async list({ cursor, limit, order, line, ...filter }) {
      const after = cursor === null ? null : placeAt(endSchema, cursor)
      const page = await searcher.page({ filter, after, limit, ...(order && { order }) }, line).catch(orGone)
      const hits = new Map(page.found.map(({ seq, hit }) => [seq, hit]))
      const items = queries.bySeqs(page.found.map(({ seq }) => seq))
      return {
        items: items.map((item) => ({ ...summaries.view(item), hit: hits.get(item.seq) ?? null })),
        next: page.found.length === limit && page.end ? JSON.stringify(page.end) : null,
        total: page.total,
        totalCapped: page.capped,
        sortedWithin: page.sortedWithin,
        notIndexed: page.notIndexed,
      }
    },
    get: ({ id }) => summaries.detail(id),
    erased: ({ id }) => summaries.erased(id),
    duplicate: ({ id }) => draftViews.get(person.duplicate(id)),
    vendorText: async ({ id }) => ({ text: await vendorText(id) }),
    export: ({ chosen, format }) => deps.export(chosen, format),
    file: ({ chosen }) => deps.dossier.begin(chosen),
    saveFile: ({ token }) => deps.dossier.save(token),
    saved: () => saved.list(),
    save(search) {
      saved.save(search, deps.now())
      return saved.list()
    },
    forget({ id }) {
      saved.forget(id)
      return saved.list()
    },
  }
}
