import type { Attempt } from '#shared/domain/submission.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { prettyAnswer } from '../../lib/vendor-answer.ts'
import { cx } from '../cx.ts'
import { Disclosure } from '../Disclosure.tsx'
import { StatusBadge } from '../StatusBadge.tsx'
import css from './Timeline.module.css'
import { Reading } from './Reading.tsx'
import { RawText } from './Section.tsx'
import { sayStatus } from './words.ts'

/** Every try of an item, the newest first: when, how far, to whom, what came back, and what followed from it. */
export function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  const say = useSay()
  if (attempts.length === 0) return <p>{say('item.attempt.none')}</p>
  return (
    <ol className={cx(css.timeline)}>
      {attempts.toReversed().map((attempt) => (
        <li key={attempt.number} className={cx(css.entry)}>
          <AttemptEntry attempt={attempt} />
        </li>
      ))}
    </ol>
  )
}

function AttemptEntry({ attempt }: { attempt: Attempt }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const { number, startedAt, endedAt, progress, request, status, answer, stateAfter, reason, reading } = attempt
  const seconds = endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
  const took =
    seconds === null
      ? say(stateAfter === null ? 'item.attempt.underway' : 'item.attempt.brokenOff')
      : say('item.attempt.duration', { seconds: format.number(Math.round(seconds * 10) / 10) })
  return (
    <>
      <div className={cx(css.head)}>
        <h3>{say('item.attempt', { number })}</h3>
        <time dateTime={startedAt}>{format.exactMoment(startedAt)}</time>
        <span>{took}</span>
        {stateAfter && <StatusBadge status={stateAfter} />}
      </div>
      {endedAt !== null || stateAfter !== null ? <p>{say(`item.progress.${progress ?? 'notKnown'}`)}</p> : null}
      <p className={cx(css.quiet)}>
        {request.bodyBytes > 0
          ? say('item.attempt.request', { method: request.method, host: request.host, size: format.bytes(request.bodyBytes) })
          : say('item.attempt.noBody', { method: request.method, host: request.host })}
        {progress !== null && ` · ${status === null ? say('item.attempt.noAnswer') : sayStatus(say, status)}`}
      </p>
      {reason && <p>{sayMessage(reason)}</p>}
      {reading !== null && <Reading reading={reading} />}
      {answer !== null && (
        <Disclosure title={say('item.attempt.raw')}>
          <RawText label={say('item.attempt.raw')}>{prettyAnswer(answer)}</RawText>
        </Disclosure>
      )}
    </>
  )
}
