import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { useKeyName } from '../lib/key-names.ts'
import type { ShortcutId } from '../lib/key-table.ts'
import { cx } from './cx.ts'
import css from './Hint.module.css'

interface HintProps {
  /** What a button without words does. */
  readonly words?: string | undefined
  readonly shortcut?: ShortcutId | undefined
  readonly children: ReactElement
}

/** What a button does and which key does the same: under the pointer, and at the focus of who comes by keys. */
export function Hint({ words, shortcut, children }: HintProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <Tooltip placement="bottom" offset={6} className={cx(css.hint)}>
        {words}
        {shortcut && <Keys of={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** A key of the table as this computer writes it. */
export const Keys = ({ of }: { of: ShortcutId }) => <kbd className={cx(css.keys)}>{useKeyName(of)}</kbd>
