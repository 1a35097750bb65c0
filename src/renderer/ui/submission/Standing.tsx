import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import type { MessageId } from '#shared/languages/index.ts'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { fieldWords, toneOf, vendorOf } from './words.ts'

/** How an item stands and why, with what the vendor said of it and the item that took its place. */
export function Standing({ item }: { item: SubmissionDetail }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const needsPerson = item.state === 'unknown' || item.state === 'held'
  return (
    <>
      {item.state === 'sending' && <Notice role="status">{say('item.underway')}</Notice>}
      {(item.reason !== null || item.state === 'rejected') && (
        <Notice
          tone={toneOf(item.state)}
          title={item.state === 'rejected' ? say('draft.refused', { vendor: vendorOf(item) }) : undefined}
          actions={needsPerson && <ToOutbox id={item.id} />}
        >
          {item.reason && <p>{sayMessage(item.reason)}</p>}
          <VendorWords head={item.head} fields={item.fields} />
        </Notice>
      )}
      {item.confirmedByPerson && <Notice tone="warn">{say('item.confirmedByPerson')}</Notice>}
      <Newer sentence="item.superseded" id={item.supersededBy} />
      <Newer sentence="item.replaced" id={item.replacedBy} />
    </>
  )
}

/** What a vendor said, as it said it: first what is of no field, then field by field. */
export function VendorWords({ head, fields }: { head: readonly Message[]; fields: FieldMessages }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const lines = [
    ...head.map(sayMessage),
    ...Object.entries(fields).flatMap(([field, messages]) =>
      messages.map((message) => `${fieldWords(say, field)}: ${sayMessage(message)}`),
    ),
  ]
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function ToOutbox({ id }: { id: string }) {
  const say = useSay()
  const { navigate } = useNavigation()
  return (
    <Button size="small" onPress={() => navigate({ screen: 'outbox', id })}>
      {say('item.decideInOutbox')}
    </Button>
  )
}

function Newer({ sentence, id }: { sentence: MessageId; id: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  if (id === null) return null
  return (
    <Notice
      actions={
        <Button size="small" onPress={() => navigate({ screen: 'history', id })}>
          {say('item.openNewer')}
        </Button>
      }
    >
      {say(sentence)}
    </Notice>
  )
}
