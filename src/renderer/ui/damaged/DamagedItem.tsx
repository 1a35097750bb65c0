import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../lib/format.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { EnvironmentBadge } from '../EnvironmentBadge.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { KeyValue } from '../KeyValue.tsx'
import { Skeleton } from '../Spinner.tsx'
import { PaneBody, PaneHeader } from '../SplitView.tsx'
import { StatusBadge } from '../StatusBadge.tsx'
import { titleOf } from '../submission/words.ts'
import { DamagedRecord } from './DamagedRecord.tsx'

/** An item that can't be read: what is left of it, in the place of its details. */
export function DamagedItem({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const { data, error } = useQuery({
    queryKey: keys.damagedItem(id),
    queryFn: () => unwrap(client.damaged.item({ id })),
  })
  if (!data) return error ? <FailureNotice error={error} /> : <Skeleton lines={6} />
  const { item, record } = data
  const state = say(`ui.status.${item.state}`)
  return (
    <>
      <PaneHeader
        title={
          <>
            <h1 tabIndex={-1}>{titleOf(say, item)}</h1>
            <StatusBadge status="damaged" />
            <EnvironmentBadge environment={item.environment} />
          </>
        }
      />
      <PaneBody>
        <DamagedRecord record={record} isDetail />
        <KeyValue
          entries={[
            ...(item.accountName ? [{ label: say('item.account'), value: item.accountName }] : []),
            { label: say('damaged.lastState'), value: state },
            ...(record.at ? [{ label: say('item.createdAt'), value: format.exactMoment(record.at) }] : []),
            ...(item.context ? [{ label: say('damaged.context'), value: item.context }] : []),
            ...(item.vendorNumber ? [{ label: say('damaged.vendorNumber'), value: item.vendorNumber }] : []),
          ]}
        />
      </PaneBody>
    </>
  )
}
