import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** Shown when the page can't reach main at all. */
export function StartFailure({ onRetry }: { onRetry: () => void }) {
  const say = useSay()
  return (
    <EmptyState title={say('shell.start.failed')} actions={<Button onPress={onRetry}>{say('shell.retry')}</Button>}>
      {say('shell.start.failed.text')}
    </EmptyState>
  )
}
