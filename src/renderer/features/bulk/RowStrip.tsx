import { ExternalLink } from 'lucide-react'
import type { BulkRow } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import type { GridMode } from './grid-columns.ts'
import { useMessageText } from './RowCell.tsx'
import { checkMessages, outcomeMessages } from './row-words.ts'
import css from './RowsGrid.module.css'

interface RowStripProps {
  readonly row: BulkRow | undefined
  readonly mode: GridMode
  readonly canEdit: boolean
  readonly onOpen: () => void
}

/** Under the table: everything there is to say about the row in view, and the way to it. */
export function RowStrip({ row, mode, canEdit, onOpen }: RowStripProps) {
  const say = useSay()
  const text = useMessageText()
  const messages = row ? (mode === 'check' ? checkMessages(row) : outcomeMessages(row)) : []
  return (
    <div className={cx(css.strip)}>
      <div role="status" className={cx(css.said)}>
        {!row ? (
          say(canEdit ? 'bulkScreen.keys.check' : 'bulkScreen.keys.result')
        ) : (
          <>
            <strong>{say('bulkScreen.row.name', { row: row.row })}</strong>
            {messages.length === 0 && ` ${say(mode === 'check' ? 'bulkScreen.row.fine' : 'bulkScreen.row.nothing')}`}
            {messages.map((message) => (
              <span key={text(message)} className={cx(css[message.tone])}>
                {text(message)}
              </span>
            ))}
          </>
        )}
      </div>
      {mode === 'result' && row?.outcome && (
        <Button size="small" icon={<ExternalLink aria-hidden="true" />} onPress={onOpen}>
          {say('bulkScreen.row.open')}
        </Button>
      )}
    </div>
  )
}
