import { sentencesIn } from '../bulk/writing/sentences.ts'
import type { FileTokens } from '../features/attachments/file-tokens.ts'
import type { FileStreams } from '../features/attachments/streams.ts'
import { dossier } from '../features/history/dossier.ts'
import { historyExport } from '../features/history/export.ts'
import { overview, type OverviewDeps } from '../features/overview/index.ts'
import type { Clock } from '../submissions/clock.ts'
import type { Summaries } from '../views/summaries.ts'
import type { DeskPorts } from './ports.ts'
import type { openStore } from './store.ts'
import { saving } from './table-writer.ts'

interface SavedHistoryDeps {
  teamOverview: OverviewDeps['team']
  ports: DeskPorts
  store: Awaited<ReturnType<typeof openStore>>
  clock: Clock
  summaries: Summaries
  streams: FileStreams
  tokens: FileTokens
}

/** All by which what was filed leaves the app as a file: tables, dispute files and the overview. */
export function savedHistory({ ports, store, clock, summaries, streams, tokens, teamOverview }: SavedHistoryDeps) {
  const { searcher, queries, records, attachments } = store
  const to = saving({
    chooseSave: ports.bulk.chooseSave,
    sentences: () => sentencesIn(ports.bulk.language()),
    isAllowed: ports.policy?.exports !== 'off',
    now: () => clock.now(),
  })
  return {
    export: historyExport({ searcher, queries, summaries, ...to }),
    dossier: dossier({
      searcher,
      queries,
      summaries,
      offer(itemId) {
        const file = attachments.get(records.get(itemId)?.attachmentId ?? '')
        if (!file) return null
        const { id, bytes, sha256, sealed, name, format } = file
        return { path: streams.offer({ id, bytes, sha256, sealed }), name, kind: format === 'jpeg' ? 'jpg' : format }
      },
      expect: streams.expect,
      take: tokens.take,
      ...to,
    }),
    overview: overview({ counter: store.counter, team: teamOverview, words: to.sentences, saveTable: to.saveTable }),
  }
}
