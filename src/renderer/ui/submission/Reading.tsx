import type { AttemptReading } from '#shared/domain/reading.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { prettyAnswer } from '../../lib/vendor-answer.ts'
import { Disclosure } from '../Disclosure.tsx'
import { RawText } from './Section.tsx'

/** What a try read at a vendor that reads back: before it changed anything, and once its outcome was unknown. */
export function Reading({ reading: { at, found, meant, look } }: { reading: AttemptReading }) {
  const say = useSay()
  const format = useFormat()
  const parts = [
    { label: say('item.reading.before', { time: format.exactTime(at) }), text: found },
    ...(meant === null ? [] : [{ label: say('item.reading.meant'), text: meant }]),
    ...(look === null || look.found === null
      ? []
      : [{ label: say('item.reading.look', { time: format.exactTime(look.at) }), text: look.found }]),
  ]
  return (
    <Disclosure title={say('item.reading')}>
      {parts.map(({ label, text }) => (
        <div key={label}>
          <p>{label}</p>
          <RawText label={label}>{prettyAnswer(text)}</RawText>
        </div>
      ))}
    </Disclosure>
  )
}
