import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { DecideTogether, type TogetherDecision } from '../../ui/submission/DecideTogether.tsx'
import { useRunCall } from './use-bulk-run.ts'

interface DecideUnknownProps {
  readonly run: BulkRun
  /** As the person saw it: where it is another number by now, main does nothing. */
  readonly total: number
  readonly onClose: () => void
}

/** So many are named; nobody looks up more of them by hand. */
const named = 100

/** One word for all rows of unknown outcome. */
export function DecideUnknown({ run, total, onClose }: DecideUnknownProps) {
  const say = useSay()
  const [seen] = useState(total)
  const filter = { search: '', kinds: [], states: ['unknown' as const], runId: run.id, limit: named, cursor: null }
  const { data } = useQuery({ queryKey: keys.history(filter), queryFn: () => unwrap(client.history.list(filter)) })
  const deciding = useRunCall((decision: TogetherDecision) =>
    unwrap(client.bulk.decideUnknown({ runId: run.id, decision, total: seen })),
  )
  return (
    <DecideTogether
      what="rows"
      items={data?.items ?? []}
      total={seen}
      kinds={[`${kindOfBulk(run.kind)}.create`]}
      hint={say('bulkScreen.decide.oneByOne')}
      error={deciding.error}
      onDecide={(decision) => deciding.mutateAsync(decision)}
      onClose={onClose}
    />
  )
}
