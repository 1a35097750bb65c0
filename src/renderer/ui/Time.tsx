import { useEffect, useEffectEvent, useState } from 'react'
import { useFormat } from '../lib/format.ts'
import { useSay } from '../lib/i18n.tsx'

/** The time now, to the second or minute, only while a component shows it. */
function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** When something was: "14:32" today, "zo 22 nov 14:32" otherwise; the exact moment on hover. */
export function Moment({ at }: { at: string }) {
  const format = useFormat()
  const now = useNow(60_000)
  return (
    <time dateTime={at} title={format.exactMoment(at)}>
      {format.moment(at, new Date(now))}
    </time>
  )
}

/** How long ago something was, in one unit: "12 min"; "nu" in the first minute. */
export function Age({ since }: { since: string }) {
  const format = useFormat()
  const now = useNow(30_000)
  return (
    <time dateTime={since} title={format.exactMoment(since)}>
      {format.age(now - Date.parse(since))}
    </time>
  )
}

interface CountdownProps {
  readonly until: string
  readonly onEnd?: () => void
  /** Other words for what is left than "nog 8 seconden". */
  readonly text?: (seconds: number) => string
}

/** Seconds until a moment, from main's clock; says nothing once it has passed. */
export function Countdown({ until, onEnd, text }: CountdownProps) {
  const say = useSay()
  const now = useNow(250)
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
  const ended = seconds === 0
  const end = useEffectEvent(() => onEnd?.())
  useEffect(() => {
    if (ended) end()
  }, [ended])
  return ended ? null : <span className="tabular">{text ? text(seconds) : say('ui.countdown', { seconds })}</span>
}
