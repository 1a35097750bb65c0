import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { useSay } from '../lib/i18n.tsx'
import { usePreferences, useSetPreferences } from '../lib/preferences.ts'
import { reportProblem } from '../lib/problem.ts'
import { cx } from './cx.ts'
import { useRootFontSize } from './root-font-size.ts'
import css from './SplitView.module.css'

/** In rem, so that it grows with the text. */
export const listWidths = { min: 14, max: 60 } as const
const bounded = (width: number) => Math.round(Math.min(listWidths.max, Math.max(listWidths.min, width)) * 4) / 4

/** How wide a list was made; null where it has the width that fits most. */
export const useListWidth = (list: string): number | null => usePreferences().listWidths[list] ?? null

/** Between a list and what is chosen in it: drawn with the pointer or the arrows, remembered for this list, and as it was by a double click. */
export function Splitter({ list, frame }: { list: string; frame: RefObject<HTMLDivElement | null> }) {
  const say = useSay()
  const rem = useRootFontSize()
  const { listWidths: all } = usePreferences()
  const { mutate } = useSetPreferences()
  const [drawn, setDrawn] = useState<number | null>(null)
  const handle = useRef<HTMLDivElement>(null)

  const left = () => frame.current?.getBoundingClientRect().left ?? 0
  const now = () => ((handle.current?.getBoundingClientRect().left ?? 0) - left()) / rem
  const show = (width: number | null) => {
    if (width === null) frame.current?.style.removeProperty('--list-width')
    else frame.current?.style.setProperty('--list-width', `${width}rem`)
    setDrawn(width)
  }
  function keep(width: number | null): void {
    const { [list]: _, ...others } = all
    show(width)
    mutate({ listWidths: width === null ? others : { ...others, [list]: width } }, { onError: reportProblem })
  }
  const widthAt = (event: PointerEvent) => bounded((event.clientX - left()) / rem)

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.shiftKey ? 4 : 1
    const to = {
      ArrowLeft: () => bounded(now() - step),
      ArrowRight: () => bounded(now() + step),
      Home: () => listWidths.min,
      End: () => listWidths.max,
      Enter: () => null,
    }[event.key]
    if (!to) return
    event.preventDefault()
    keep(to())
  }

  return (
    <div
      ref={handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={say('ui.splitter')}
      aria-valuemin={listWidths.min}
      aria-valuemax={listWidths.max}
      aria-valuenow={Math.round(drawn ?? all[list] ?? 22)}
      tabIndex={0}
      title={say('ui.splitter.hint')}
      className={cx(css.splitter)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => keep(null)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && show(widthAt(event))}
      onPointerUp={(event) => {
        // A press that draws nothing changes nothing.
        if (event.currentTarget.hasPointerCapture(event.pointerId) && drawn !== null) keep(widthAt(event))
      }}
    />
  )
}
