import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import css from './Overview.module.css'

interface FigureProps {
  /** What it counts, for whoever comes upon it alone. */
  readonly name: string
  readonly count: number
  readonly onOpen: () => void
  readonly isLarge?: boolean
}

/** A figure that leads to what it counted; nothing leads nowhere. */
export function Figure({ name, count, onOpen, isLarge = false }: FigureProps) {
  const say = useSay()
  const format = useFormat()
  const look = cx(css.number, isLarge && css.large)
  if (count === 0) return <span className={look}>{format.number(0)}</span>
  return (
    <button type="button" className={look} aria-label={say('overview.open', { name, count })} onClick={onOpen}>
      {format.number(count)}
    </button>
  )
}
