import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValue, type KeyValueEntry } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RawText } from '../../ui/submission/Section.tsx'
import { readDisputeAnswer, type AnswerAttribute } from './dispute-answer.ts'
import { answerSummary, type AnswerSummary } from './answer-summary.ts'
import css from './DisputeAnswer.module.css'
import { Mistake } from './Mistake.tsx'

/** How the dispute stands at Billink, in a few lines. */
function Summary({ number, status, step, ticket }: AnswerSummary) {
  const say = useSay()
  const copied = (label: string, value: string | null) =>
    value === null ? [] : [{ label, value: <CopyValue label={label} value={value} /> }]
  const plain = (label: string, value: string | null) => (value === null ? [] : [{ label, value: shownText(value) }])
  return (
    <KeyValue
      entries={[
        ...copied(say('item.vendorNumber.dispute'), number),
        ...plain(say('disputes.answer.status'), status),
        ...plain(say('disputes.answer.step'), step),
        ...copied(say('disputes.answer.ticket'), ticket),
      ]}
    />
  )
}

/** Billink's answer: how the dispute stands; folded away, its fifteen documented attributes in its document's order, then whatever else came, all as it came. */
export function DisputeAnswer({ answer }: { answer: string }) {
  const say = useSay()
  const read = readDisputeAnswer(answer)
  if (!read) {
    return (
      <>
        <Notice>{say('item.answer.unreadable')}</Notice>
        <RawText label={say('item.attempt.raw')}>{answer}</RawText>
      </>
    )
  }
  const entryOf = ({ name, value, nested }: AnswerAttribute): KeyValueEntry => ({
    label: <code className={cx(css.name)}>{shownText(name)}</code>,
    value:
      value === null ? (
        <span className={cx(css.absent)}>{say('item.answer.absent')}</span>
      ) : nested ? (
        <RawText label={shownText(name)}>{value}</RawText>
      ) : (
        value
      ),
    mono: value !== null,
  })
  const summary = answerSummary(answer)
  return (
    <>
      {summary && <Summary {...summary} />}
      <Disclosure title={say('disputes.answer.all')}>
        <KeyValue entries={read.documented.map(entryOf)} />
        {read.other.length > 0 && (
          <>
            <h3>{say('item.answer.other')}</h3>
            <KeyValue entries={read.other.map(entryOf)} />
          </>
        )}
      </Disclosure>
      {summary && <Mistake {...summary} />}
    </>
  )
}
