import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { parseAnswer } from '../../lib/vendor-answer.ts'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { RawText } from '../../ui/submission/Section.tsx'
import type { RendererVendor } from '../vendor.ts'

type Found = NonNullable<RendererVendor<'payment-note'>['Found']>

/** The note in metadata as it was read; null where none stands there. */
export function noteInMetadata(metadata: string): string | null {
  const value = parseAnswer(metadata)?.value
  const note = typeof value === 'object' && value !== null && 'note' in value ? value.note : null
  return typeof note === 'string' ? note : null
}

/** What stands at the payment beside what this item wanted there. */
export const FoundNote: Found = ({ payload, reading }) => {
  const say = useSay()
  const format = useFormat()
  const at = reading.look?.at ?? reading.at
  const metadata = reading.look?.found ?? reading.found
  const note = noteInMetadata(metadata)
  return (
    <>
      <KeyValue
        entries={[
          {
            label: say('payment-notes.review.now', { time: format.time(at) }),
            value: note ?? say('payment-notes.now.none'),
          },
          {
            label: say('payment-notes.found.ours'),
            value: payload.action === 'delete' ? say('payment-notes.now.none') : (payload.text ?? ''),
          },
        ]}
      />
      <RawText label={say('payment-notes.found.all')}>{metadata}</RawText>
    </>
  )
}
