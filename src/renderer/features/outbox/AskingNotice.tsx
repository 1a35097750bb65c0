import { useMutation, useQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** What waited longer than a day asks before it leaves: the world may have moved on. */
export function AskingNotice() {
  const say = useSay()
  const { data: counts } = useQuery({ queryKey: keys.counts, queryFn: () => unwrap(client.outbox.counts(undefined)) })
  const answer = useMutation({ mutationFn: (send: boolean) => unwrap(client.outbox.answerAsking({ send })) })
  if (!counts || counts.asking === 0) return null
  return (
    <>
      <Notice
        tone="warn"
        role="status"
        title={say('outboxScreen.asking.title', { count: counts.asking })}
        actions={
          <>
            <Button size="small" isDisabled={answer.isPending} onPress={() => answer.mutate(true)}>
              {say('outboxScreen.asking.send')}
            </Button>
            <Button size="small" isDisabled={answer.isPending} onPress={() => answer.mutate(false)}>
              {say('outboxScreen.asking.drafts')}
            </Button>
          </>
        }
      >
        {say('outboxScreen.asking.text')}
      </Notice>
      <FailureNotice error={answer.error} />
    </>
  )
}
