import { useMutation, useQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** What waited longer than a day asks before it leaves, and all that waits where the ledger may not know what left. */
export function AskingNotice() {
  const say = useSay()
  const { data: counts } = useQuery({ queryKey: keys.counts, queryFn: () => unwrap(client.outbox.counts(undefined)) })
  const answer = useMutation({ mutationFn: (send: boolean) => unwrap(client.outbox.answerAsking({ send })) })
  const sayMessage = useSayMessage()
  if (!counts || counts.askingTogether === 0) return null
  const { askingTogether: asking, askingReason: reason } = counts
  const isForAge = !reason || ('id' in reason && reason.id === 'outbox.asksAfterDay')
  return (
    <>
      <Notice
        tone="warn"
        role="status"
        title={say(isForAge ? 'outboxScreen.asking.title' : 'outboxScreen.asking.inDoubt', { count: asking })}
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
        {isForAge ? say('outboxScreen.asking.text') : sayMessage(reason)}
      </Notice>
      <FailureNotice error={answer.error} />
    </>
  )
}
