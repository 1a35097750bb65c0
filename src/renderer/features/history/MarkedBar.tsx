import { ClipboardCopy, Scale, X } from 'lucide-react'
import { useState } from 'react'
import type { HistoryItem } from '../../lib/history.ts'
import { useSay } from '../../lib/i18n.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { toast } from '../../ui/Toaster.tsx'
import { DecideDialog } from '../../ui/submission/DecideDialog.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import css from './HistoryList.module.css'

interface MarkedBarProps {
  readonly items: readonly HistoryItem[]
  readonly onClear: () => void
}

/** Tabs and line ends in a text would make other cells of it where it is pasted. */
const cell = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ')

/** What can be done to all items that are marked. */
export function MarkedBar({ items, onClear }: MarkedBarProps) {
  const say = useSay()
  const [isDeciding, setDeciding] = useState(false)
  const open = items.filter(({ state, actions }) => state === 'unknown' && actions.includes('arrived'))
  const copy = () => {
    const lines = items.map(({ subject, context, vendorNumber }) => [subject, context, vendorNumber ?? ''].map(cell).join('\t'))
    navigator.clipboard.writeText(lines.join('\n')).then(() => toast(say('history.marked.copied')), reportProblem)
  }
  return (
    <>
      <p role="status" className={cx(css.hint)}>
        {say('history.marked', { count: items.length })}
      </p>
      <Toolbar label={say('history.marked', { count: items.length })}>
        <ExportMenu chosen={{ ids: items.map(({ id }) => id) }} />
        <Button size="small" variant="quiet" icon={<ClipboardCopy aria-hidden="true" />} onPress={copy}>
          {say('history.marked.copy')}
        </Button>
        {open.length > 0 && (
          <Button size="small" icon={<Scale aria-hidden="true" />} onPress={() => setDeciding(true)}>
            {say('history.marked.decide', { count: open.length })}
          </Button>
        )}
        <Button size="small" variant="quiet" icon={<X aria-hidden="true" />} onPress={onClear}>
          {say('history.marked.clear')}
        </Button>
      </Toolbar>
      {isDeciding && <DecideDialog items={open} onClose={() => setDeciding(false)} onDecided={onClear} />}
    </>
  )
}
