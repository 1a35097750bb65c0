import { useQuery } from '@tanstack/react-query'
import type { DamagedRecord as Record, RecordSource } from '#shared/domain/damage.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'
import { cx } from '../cx.ts'
import { DamagedRecord } from './DamagedRecord.tsx'
import css from './DamagedRecords.module.css'

/** The drafts of a kind, and those that nobody can say the kind of. */
export const isOfKind =
  (kind: Kind) =>
  (record: Record): boolean =>
    record.kind === null || record.kind === kind

/** Records that belong in this list and can't be read, above it: nothing is missing without a word. */
export function DamagedRecords({
  sources,
  isHere = () => true,
}: {
  readonly sources: readonly RecordSource[]
  /** Which of them belong here, such as those of one kind. */
  readonly isHere?: (record: Record) => boolean
}) {
  const { data } = useQuery({
    queryKey: keys.damaged(sources),
    queryFn: () => unwrap(client.damaged.list({ sources: [...sources] })),
  })
  const records = (data ?? []).filter(isHere)
  if (records.length === 0) return null
  return (
    <div className={cx(css.records)}>
      {records.map((record) => (
        <DamagedRecord key={`${record.source}/${record.key}`} record={record} />
      ))}
    </div>
  )
}
