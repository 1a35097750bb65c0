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
        {actions.map(({ id, label, icon: Icon, shortcut, run }) => (
          <Button key={id} size="small" variant="quiet" icon={<Icon aria-hidden="true" />} shortcut={shortcut} onPress={run}>
            {label}
          </Button>
        ))}
        <Button size="small" variant="quiet" icon={<X aria-hidden="true" />} onPress={onClear}>
          {say('ui.marked.clear')}
        </Button>
      </Toolbar>
    </div>
  )
}
