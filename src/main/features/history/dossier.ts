import { dossierAtMost, type DossierItem } from '#shared/domain/dossier.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { HistorySearcher } from '../../storage/history-search/searcher.ts'
import type { Source } from '../../storage/source-file.ts'
import type { SubmissionQueries } from '../../storage/submission-queries.ts'
import type { Summaries } from '../../views/summaries.ts'
import type { Chosen, Sentence } from './export.ts'

export interface DossierDeps {
  searcher: Pick<HistorySearcher, 'all'>
  queries: Pick<SubmissionQueries, 'bySeqs' | 'seqsOf'>
  summaries: Pick<Summaries, 'view' | 'detail'>
  /** A stream out of which a worker of the page reads the file of an item, once; null where it is not there. */
  offer(itemId: string): DossierItem['file']
  /** A stream to which that worker brings what it made. */
  expect(name: string): string
  /** What was brought, once. */
  take(token: string): Source | null
  saveFile(name: string, ending: string, bytes: AsyncIterable<Uint8Array>): Promise<boolean>
  /** Fails where the person's organisation lets nothing be saved. */
  checkAllowed(): void
  sentences(): Sentence
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * All that is known of items, for a customer's complaint or an auditor: a worker of the page makes a PDF of it, since what stands in
 * it came from customers and vendors. Main gives what it is made of, and keeps what comes back.
 */
export function dossier(deps: DossierDeps) {
  const { queries, summaries } = deps
  return {
    async begin(chosen: Chosen): Promise<{ items: DossierItem[]; result: string }> {
      deps.checkAllowed()
      const seqs = 'ids' in chosen ? queries.seqsOf(chosen.ids) : await deps.searcher.all(chosen.filter, dossierAtMost + 1)
      if (seqs.length > dossierAtMost)
        throw new AppFailure({ kind: 'invalid', message: { id: 'history.file.tooMany', values: { max: dossierAtMost } } })
      const items: DossierItem[] = []
      for (const item of queries.bySeqs(seqs)) {
        // What can't be read or was erased is told by what is left of it.
        const detail = 'damage' in item ? null : await summaries.detail(item.id).catch(() => null)
        const file = detail?.attachment?.state === 'stored' ? deps.offer(item.id) : null
        items.push({ summary: summaries.view(item), detail, file })
      }
      if (items.length === 0) throw gone()
      return { items, result: deps.expect('dossier.pdf') }
    },
    async save(token: string): Promise<{ saved: boolean }> {
      deps.checkAllowed()
      const brought = deps.take(token)
      // SECURITY: what a worker made and nothing else: no file of this computer by its path, and no other kind.
      if (!brought || !('bytes' in brought) || !isPdf(brought.bytes)) throw gone()
      return { saved: await deps.saveFile(deps.sentences()({ id: 'history.file.name' }), 'pdf', whole(brought.bytes)) }
    },
  }
}
export type Dossier = ReturnType<typeof dossier>
