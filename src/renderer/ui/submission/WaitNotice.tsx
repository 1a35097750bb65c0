import { Send, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { Countdown } from '../Time.tsx'
import { asksPerson, useDeparture } from './departure.ts'
import type { ItemActions } from './use-item-actions.ts'

/** Above this a clock time reads better than a number of seconds. */
const longWaitSeconds = 90

function LeavesIn({ until, inHold }: { until: string; inHold: boolean }) {
  const say = useSay()
  const format = useFormat()
  const [ended, setEnded] = useState(false)
  if (ended) return say('item.leaving')
  const text = (seconds: number) => {
    if (inHold) return say('item.hold', { seconds })
    return seconds > longWaitSeconds ? say('item.waits.until', { time: format.time(until) }) : say('item.waits', { seconds })
  }
  return <Countdown until={until} text={text} onEnd={() => setEnded(true)} />
}

/** An item that waits: when it leaves, why it waits, and the way back or on. */
export function WaitNotice({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const { notBefore, inHold } = item
  const { obstacle } = useDeparture(item)
  const asks = asksPerson(item) && !obstacle?.waitsForKey
  const still = say(obstacle?.waitsForKey ? 'ui.status.held' : asks ? 'item.asks' : obstacle ? 'item.waiting' : 'item.leaving')
  return (
    <Notice
      tone={asks ? 'warn' : 'info'}
      title={notBefore && !obstacle?.waitsForKey ? <LeavesIn until={notBefore} inHold={inHold} key={notBefore} /> : still}
      actions={
        <>
          {item.actions.includes('cancel') && (
            <Button icon={<Undo2 aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.cancel(item.id)}>
              {say('item.cancel')}
            </Button>
          )}
          {item.actions.includes('send-now') && (
            <Button icon={<Send aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.sendNow(item.id)}>
              {say('item.sendNow')}
            </Button>
          )}
        </>
      }
    >
      {inHold && !obstacle?.waitsForKey && <p>{say(item.attachment ? 'item.hold.explain' : 'item.hold.explain.noFile')}</p>}
      {obstacle && <p>{sayMessage(obstacle.message)}</p>}
    </Notice>
  )
}
