import { ArchiveX } from 'lucide-react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { toast } from '../../ui/Toaster.tsx'
import type { GoingOn } from './use-going-on.ts'

interface DismissButtonProps {
  readonly item: SubmissionDetail
  readonly actions: ItemActions
  readonly goingOn: GoingOn
}

/** Takes a refusal that will not be corrected out of the outbox; history keeps it. */
export function DismissButton({ item, actions, goingOn }: DismissButtonProps) {
  const say = useSay()
  const dismiss = async () => {
    await unwrap(client.outbox.dismiss({ id: item.id }))
    goingOn.gone(item.id)
    toast(say('outboxScreen.dismissed'))
  }
  return (
    <Button icon={<ArchiveX aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.run(dismiss)}>
      {say('outboxScreen.dismiss')}
    </Button>
  )
}
