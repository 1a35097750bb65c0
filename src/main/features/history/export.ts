import { factsOf, vendorName } from '#shared/domain/kinds.ts'
import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import type { HistorySearcher } from '../../storage/history-search/searcher.ts'
import type { SubmissionQueries } from '../../storage/submission-queries.ts'
import type { Summaries } from '../../views/summaries.ts'

export type Sentence = (message: Message) => string
type Format = 'csv' | 'xlsx'

export interface HistoryExportDeps {
  searcher: Pick<HistorySearcher, 'all'>
  queries: Pick<SubmissionQueries, 'bySeqs' | 'seqsOf'>
  summaries: Pick<Summaries, 'view'>
  sentences(): Sentence
  /** Asks for a place and writes the rows there; false where the person thought better of it. */
  saveTable(name: string, format: Format, rows: AsyncIterable<string[][]>): Promise<boolean>
  /** Fails where the person's organisation lets nothing be saved. */
  checkAllowed(): void
}

/** What was marked, or all that a filter leaves. */
export type Chosen = { ids: string[] } | { filter: HistoryFilter }

/** So many at a time, so that main answers in between. */
const rowsAtOnce = 200
/** More than anyone opens; a table of Excel ends a little later. */
const rowsAtMost = 1_000_000

const columns = [
  'made',
  'kind',
  'subject',
  'customer',
  'text',
  'state',
  'changed',
  'byPerson',
  'number',
  'reason',
  'file',
  'account',
  'vendor',
  'environment',
  'test',
] as const

function cellsOf(item: SubmissionSummary, say: Sentence): string[] {
  const yes = (is: boolean) => say({ id: is ? 'history.export.yes' : 'history.export.no' })
  const cells: Record<(typeof columns)[number], string> = {
    made: item.createdAt,
    kind: say({ id: `item.kind.${item.kind}` }),
    subject: item.subject,
    customer: item.context,
    text: item.excerpt,
    state: say({ id: `ui.status.${item.state}` }),
    changed: item.stateAt,
    byPerson: yes(item.confirmedByPerson),
    number: item.vendorNumber ?? '',
    reason: item.reason ? say(item.reason) : '',
    file: item.attachmentName ?? '',
    account: item.accountName,
    vendor: vendorName(factsOf(item.kind).vendor),
    environment: say({ id: `ui.environment.${item.environment}` }),
    test: yes(item.test),
  }
  return columns.map((column) => cells[column])
}

/** Any selection of history as a table. */
export function historyExport(deps: HistoryExportDeps) {
  async function* batches(seqs: readonly number[], say: Sentence): AsyncGenerator<string[][]> {
    yield [columns.map((column) => say({ id: `history.column.${column}` }))]
    for (let at = 0; at < seqs.length; at += rowsAtOnce) {
      yield deps.queries.bySeqs(seqs.slice(at, at + rowsAtOnce)).map((item) => cellsOf(deps.summaries.view(item), say))
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }

  return async (chosen: Chosen, format: Format): Promise<{ saved: boolean; count: number }> => {
    deps.checkAllowed()
    const say = deps.sentences()
    const seqs = 'ids' in chosen ? deps.queries.seqsOf(chosen.ids) : await deps.searcher.all(chosen.filter, rowsAtMost)
    const saved = await deps.saveTable(say({ id: 'history.export.name' }), format, batches(seqs, say))
    return { saved, count: saved ? seqs.length : 0 }
  }
}
export type HistoryExport = ReturnType<typeof historyExport>
