import { SearchX } from 'lucide-react'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailureNotice } from '../FailureNotice.tsx'

/** In the place of an item that could not be had: why, and once more. */
export function MissingItem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const say = useSay()
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={say('item.missing')}
      actions={<Button onPress={onRetry}>{say('item.retry')}</Button>}
    >
      <FailureNotice error={error} />
    </EmptyState>
  )
}
