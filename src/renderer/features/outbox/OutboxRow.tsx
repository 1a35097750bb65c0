import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { useDeparture } from '../../ui/submission/departure.ts'
import { ItemRow } from '../../ui/submission/ItemRow.tsx'
import { Age, Countdown } from '../../ui/Time.tsx'

/** Three lines, so that the reason fits: in the outbox it is what a clerk acts on. */
export const outboxRowHeight = 4.75

/** One item that is not finished: how it stands, whose it is, how old, and why it stands so. */
export function OutboxRow({ item }: { item: SubmissionSummary }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const { obstacle, status } = useDeparture(item)
  // A dispute's customer, by name: what it is looked up by, and what a clerk remembers.
  const [ofWhom] = item.context.split(' · ')
  const why = obstacle?.message ?? item.reason
  return (
    <ItemRow
      title={item.subject}
      status={status}
      place={
        <>
          <EnvironmentBadge environment={item.environment} />
          {item.test && <EnvironmentBadge environment="test" />}
        </>
      }
      detail={[say(`item.kind.${item.kind}`), ofWhom, item.accountName].filter(Boolean).join(' · ')}
      at={
        item.notBefore && !obstacle?.waitsForKey ? (
          <Countdown until={item.notBefore} text={(seconds) => say('item.in', { seconds })} />
        ) : (
          <Age since={item.createdAt} />
        )
      }
      note={why ? sayMessage(why) : item.excerpt}
    />
  )
}
