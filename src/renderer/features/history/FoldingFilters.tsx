import { ListFilter } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnDays, PeriodFilter } from './FilterFields.tsx'
import css from './HistoryList.module.css'

interface FoldingFiltersProps {
  readonly narrowing: Narrowing
  /** How many of those that are folded away leave something out: then they are open from the start. */
  readonly folded: number
  /** Before the period, in view as well. */
  readonly lead?: ReactNode
  /** One press away. */
  readonly children: ReactNode
}

/** What a list can be narrowed by: the period in view, the rest one press away. */
export function FoldingFilters({ narrowing, folded, lead, children }: FoldingFiltersProps) {
  const say = useSay()
  const panelId = useId()
  const [isOpen, setOpen] = useState(folded > 0)
  return (
    <>
      <div className={cx(css.filters)}>
        {lead}
        <PeriodFilter narrowing={narrowing} />
        <Button
          icon={<ListFilter aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onPress={() => setOpen(!isOpen)}
        >
          {say('history.more', { count: folded })}
        </Button>
      </div>
      <OwnDays narrowing={narrowing} />
      <div id={panelId} hidden={!isOpen} className={cx(css.filters)}>
        {isOpen && children}
      </div>
    </>
  )
}
