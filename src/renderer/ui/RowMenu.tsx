import { useRef } from 'react'
import { Menu, Popover } from 'react-aria-components'
import { useSay } from '../lib/i18n.tsx'
import { cx } from './cx.ts'
import { Keys } from './Hint.tsx'
import { MenuItem } from './Menu.tsx'
import menuCss from './Menu.module.css'
import css from './RowActions.module.css'
import type { RowAction } from './RowActions.tsx'

/** A point of the window. */
export interface Point {
  readonly x: number
  readonly y: number
}

interface RowMenuProps {
  readonly at: Point
  readonly actions: readonly RowAction[]
  readonly onClose: () => void
}

/** What can be done to the rows that are meant, where the pointer is. */
export function RowMenu({ at, actions, onClose }: RowMenuProps) {
  const say = useSay()
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} aria-hidden="true" className={cx(css.anchor)} style={{ left: at.x, top: at.y }} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        className={cx(menuCss.popover)}
      >
        <Menu
          aria-label={say('ui.rowMenu')}
          autoFocus="first"
          className={cx(menuCss.menu)}
          onClose={onClose}
          onAction={(chosen) => actions.find(({ id }) => id === chosen)?.run()}
        >
          {actions.map(({ id, label, icon: Icon, shortcut }) => (
            <MenuItem key={id} id={id} text={label}>
              <Icon aria-hidden="true" />
              {label} {shortcut && <Keys of={shortcut} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}
