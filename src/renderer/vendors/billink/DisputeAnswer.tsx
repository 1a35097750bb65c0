import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { KeyValue, type KeyValueEntry } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RawText } from '../../ui/submission/Section.tsx'
import { readDisputeAnswer, type AnswerAttribute } from './dispute-answer.ts'
import css from './DisputeAnswer.module.css'

/** Billink's answer: its fifteen documented attributes in its document's order, then whatever else came, all as it came. */
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
    label: <code className={cx(css.name)}>{name}</code>,
    value:
      value === null ? (
        <span className={cx(css.absent)}>{say('item.answer.absent')}</span>
      ) : nested ? (
        <RawText label={name}>{value}</RawText>
      ) : (
        value
      ),
    mono: value !== null,
  })
  return (
    <>
      <KeyValue entries={read.documented.map(entryOf)} />
      {read.other.length > 0 && (
        <>
          <h3>{say('item.answer.other')}</h3>
          <KeyValue entries={read.other.map(entryOf)} />
        </>
      )}
    </>
  )
}
