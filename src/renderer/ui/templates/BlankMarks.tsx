import { useLayoutEffect, useRef, type Ref } from 'react'
import { blanksIn } from '#shared/domain/blanks.ts'
import { cx } from '../cx.ts'
import css from './Templates.module.css'

interface BlankMarksProps {
  readonly text: string
  readonly ref: Ref<HTMLDivElement>
  /** A place in the text whose line is wanted. */
  readonly at: number | null
  /** Told where that line ends, from the top of the text. */
  readonly onLine: (bottom: number) => void
}

/** The same text behind a field's own, with what is still to be filled in marked: a field cannot mark a part of what it holds. */
export function BlankMarks({ text, ref, at, onLine }: BlankMarksProps) {
  const marker = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (marker.current) onLine(marker.current.offsetTop + marker.current.offsetHeight)
  }, [at, text, onLine])
  const parts: React.ReactNode[] = []
  let from = 0
  for (const { start, whole } of blanksIn(text)) {
    parts.push(text.slice(from, start), <mark key={start}>{whole}</mark>)
    from = start + whole.length
  }
  return (
    <div ref={ref} aria-hidden="true" className={cx(css.marks)}>
      {at === null ? (
        [...parts, text.slice(from)]
      ) : (
        <>
          {text.slice(0, at)}
          <span ref={marker}>{text.slice(at)}</span>
        </>
      )}
      {/* A line end at the very end has a line of its own in a field. */}
      {'\n'}
    </div>
  )
}
