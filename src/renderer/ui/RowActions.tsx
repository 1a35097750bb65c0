import { X, type LucideIcon } from 'lucide-react'
import { useSay } from '../lib/i18n.tsx'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import css from './RowActions.module.css'
import { Toolbar } from './Toolbar.tsx'

/** What can be done to the rows that are meant: by a right click, or by the bar over a list in which some are marked. */
export interface RowAction {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  /** The key that does it in the list. */
  readonly shortcut?: 'remove' | 'copy' | undefined
  readonly run: () => void
}

interface ActionBarProps {
  readonly count: number
  readonly actions: readonly RowAction[]
  readonly onClear: () => void
}

/** Over a list in which rows are marked: how many, and what can be done to all of them. */
export function ActionBar({ count, actions, onClear }: ActionBarProps) {
  const say = useSay()
  const marked = say('ui.marked', { count })
  return (
    <div className={cx(css.bar)}>
      <p role="status" className={cx(css.count)}>
        {marked}
      </p>
      <Toolbar label={marked}>
        {/* The first in words; the others by their icon, whose hint says them: a list is narrow, and its rows are what counts. */}
        {actions.map(({ id, label, icon: Icon, shortcut, run }, index) => (
          <Button
            key={id}
            size="small"
            variant="quiet"
            icon={<Icon aria-hidden="true" />}
            shortcut={shortcut}
            onPress={run}
            {...(index === 0 ? { children: label } : { 'aria-label': label })}
          />
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={<X aria-hidden="true" />}
          aria-label={say('ui.marked.clear')}
          onPress={onClear}
        />
      </Toolbar>
    </div>
  )
}
