import { useQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { EnvironmentBadge } from '../EnvironmentBadge.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { KeyValue } from '../KeyValue.tsx'
import { Notice } from '../Notice.tsx'
import { Skeleton } from '../Spinner.tsx'
import { PaneBody, PaneHeader } from '../SplitView.tsx'
import { StatusBadge } from '../StatusBadge.tsx'
import { titleOf } from './words.ts'

/** An item whose text was erased: what stays of it, in the place of its details. */
export function ErasedItem({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const { data: item, error } = useQuery({
    queryKey: keys.erasedItem(id),
    queryFn: () => unwrap(client.history.erased({ id })),
  })
  if (!item) return error ? <FailureNotice error={error} /> : <Skeleton lines={6} />
  return (
    <>
      <PaneHeader
        title={
          <>
            <h1 tabIndex={-1}>{titleOf(say, item)}</h1>
            <StatusBadge status={item.state} />
            <EnvironmentBadge environment={item.environment} />
            {item.test && <EnvironmentBadge environment="test" />}
          </>
        }
      />
      <PaneBody>
        <Notice title={say('item.erased.on', { at: format.date(item.textGoneAt ?? '') })}>{say('item.erased.text')}</Notice>
        <KeyValue
          entries={[
            { label: say('item.account'), value: item.accountName },
            { label: say('item.createdAt'), value: format.exactMoment(item.createdAt) },
            {
              label: say('item.erased.stateAt', { state: say(`ui.status.${item.state}`) }),
              value: format.exactMoment(item.stateAt),
            },
            ...(item.vendorNumber ? [{ label: say('damaged.vendorNumber'), value: item.vendorNumber }] : []),
          ]}
        />
      </PaneBody>
    </>
  )
}
