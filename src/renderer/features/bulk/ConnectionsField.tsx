import type { BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { useRunCall } from './use-bulk-run.ts'

/** How many requests are under way at once. */
export function ConnectionsField({ run }: { run: BulkRun }) {
  const say = useSay()
  const setting = useRunCall((connections: number) => unwrap(client.bulk.setConnections({ runId: run.id, connections })))
  return (
    <>
      <NumberField
        label={say('bulkScreen.connections')}
        description={say('bulkScreen.connections.text')}
        value={run.connections}
        onChange={(value) => Number.isInteger(value) && value !== run.connections && setting.mutate(value)}
        min={1}
        max={64}
      />
      <FailureNotice error={setting.error} />
    </>
  )
}
