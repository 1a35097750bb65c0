import { FileSpreadsheet } from 'lucide-react'
import type { SubmissionDetail as Detail } from '#shared/domain/submission-detail.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import { Button } from '../Button.tsx'
import { CopyValue } from '../CopyValue.tsx'
import { DamagedRecords } from '../damaged/DamagedRecords.tsx'
import { PreviewButton } from '../evidence/PreviewButton.tsx'
import { KeyValue } from '../KeyValue.tsx'
import { Attempts } from './Attempts.tsx'
import { Decisions } from './Decisions.tsx'
import { Payload } from './Payload.tsx'
import { Section } from './Section.tsx'

/** Where a row of a bulk run comes from, one click away. */
function OfRun({ row }: { row: NonNullable<Detail['row']> }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const text = say('item.row.of', { number: row.number, name: row.fileName })
  if (!row.isThere) return text
  return (
    <Button
      size="small"
      icon={<FileSpreadsheet aria-hidden="true" />}
      onPress={() => navigate({ screen: 'bulk', id: row.runId })}
    >
      {text}
    </Button>
  )
}

/** All that is known of an item: what was sent, what came back, every try, and who decided what. */
export function SubmissionDetail({ item }: { item: Detail }) {
  const say = useSay()
  const format = useFormat()
  const { kind } = item.payload
  const { Answer } = useVendorOf(kind)
  const answer = item.state === 'sent' ? item.attempts.findLast((attempt) => attempt.answer !== null)?.answer : null
  const vendorNumber = say(`item.vendorNumber.${kind}`)
  return (
    <>
      <KeyValue
        entries={[
          { label: say('item.account'), value: item.accountName },
          { label: say('item.createdAt'), value: format.exactMoment(item.createdAt) },
          { label: say('item.stateAt'), value: format.exactMoment(item.stateAt) },
          ...(item.row ? [{ label: say('item.row'), value: <OfRun row={item.row} /> }] : []),
          ...(item.vendorNumber
            ? [{ label: vendorNumber, value: <CopyValue label={vendorNumber} value={item.vendorNumber} /> }]
            : []),
        ]}
      />
      <Section title={say(item.state === 'sent' ? 'item.lastSent' : 'item.section.content')}>
        <Payload kind={kind} payload={item.payload} attachment={item.attachment} accountId={item.accountId} />
        {item.attachment?.state === 'stored' && (
          <PreviewButton which={{ itemId: item.id }} name={item.attachment.name} version={item.attachment.id} />
        )}
      </Section>
      {Answer && answer != null && (
        <Section title={say(Answer.title)}>
          <Answer.View answer={answer} />
        </Section>
      )}
      <Section title={say('item.section.attempts')}>
        <Attempts attempts={item.attempts} />
        <DamagedRecords sources={['attempts', 'decisions']} isHere={({ key }) => key.startsWith(`${item.id}/`)} />
      </Section>
      {item.decisions.length > 0 && (
        <Section title={say('item.section.decisions')}>
          <Decisions decisions={item.decisions} />
        </Section>
      )}
    </>
  )
}
