import { useNavigation } from '../../lib/navigation.tsx'
import { BulkHome } from './BulkHome.tsx'
import { RunPage } from './RunPage.tsx'

/** Bulk: a file is chosen or an earlier run opened; an open run has the whole width for its table. */
export function BulkScreen() {
  const { place } = useNavigation()
  const runId = place.screen === 'bulk' ? place.id : undefined
  return runId === undefined ? <BulkHome /> : <RunPage key={runId} runId={runId} />
}
