import { KeyRound, Undo2 } from 'lucide-react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { toast } from '../../ui/Toaster.tsx'

/** An item the vendor's door was closed to: mend the key, then let it go. */
export function HeldNotice({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const { navigate } = useNavigation()
  const release = async () => {
    const { released } = await unwrap(client.outbox.release({ accountId: item.accountId }))
    toast(say('outboxScreen.held.released', { count: released }))
  }
  return (
    <Notice
      tone="warn"
      title={say('outboxScreen.held.title')}
      actions={
        <>
          <Button
            variant="primary"
            icon={<KeyRound aria-hidden="true" />}
            onPress={() => navigate({ screen: 'settings', section: 'accounts', id: item.accountId })}
          >
            {say('outboxScreen.held.key')}
          </Button>
          {item.actions.includes('release') && (
            <Button isDisabled={actions.isBusy} onPress={() => actions.run(release)}>
              {say('outboxScreen.held.release')}
            </Button>
          )}
          {item.actions.includes('cancel') && (
            <Button icon={<Undo2 aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.cancel(item.id)}>
              {say('item.cancel')}
            </Button>
          )}
        </>
      }
    >
      {item.reason && <p>{sayMessage(item.reason)}</p>}
      <p>{say('outboxScreen.held.text', { account: item.accountName })}</p>
    </Notice>
  )
}
