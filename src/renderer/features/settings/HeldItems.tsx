import { useMutation } from '@tanstack/react-query'
import type { Account } from '#shared/domain/account.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/Toaster.tsx'

/** Items the vendor refused the key for: they go once a person has looked at it. */
export function HeldItems({ account: { id, heldItems } }: { account: Account }) {
  const say = useSay()
  const release = useMutation({
    mutationFn: () => unwrap(client.outbox.release({ accountId: id })),
    onSuccess: ({ released }) => toast(say('settings.held.released', { count: released })),
  })
  if (heldItems === 0) return null
  return (
    <>
      <Notice
        tone="warn"
        title={say('settings.held.title', { count: heldItems })}
        actions={
          <Button isBusy={release.isPending} onPress={() => release.mutate()}>
            {say('settings.held.release')}
          </Button>
        }
      >
        {say('settings.held.text')}
      </Notice>
      <FailureNotice error={release.error} />
    </>
  )
}
