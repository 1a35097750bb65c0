import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BulkRow } from '#shared/domain/bulk.ts'
import type { RowSort } from '#shared/domain/bulk-check.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import type { GridColumn, GridMode } from './grid-columns.ts'
import { useMessageText } from './RowCell.tsx'
import { checkMessages, outcomeMessages } from './row-words.ts'
import css from './RowsGrid.module.css'

interface RowStripProps {
  readonly row: BulkRow | undefined
  /** The column of the active cell. */
  readonly column: GridColumn | undefined
  /** How the table is sorted, where the active cell is a heading. */
  readonly heading: RowSort | null | undefined
  readonly mode: GridMode
  readonly canEdit: boolean
  readonly onOpen: () => void
  readonly children?: ReactNode
}

/** Under the table: everything there is to say about the row in view, and the way to it. */
export function RowStrip({ row, column, heading, mode, canEdit, onOpen, children }: RowStripProps) {
  const say = useSay()
  const text = useMessageText()
  const original = column?.field ? row?.originals[column.field] : undefined
  const messages = row ? (mode === 'check' ? checkMessages(row) : outcomeMessages(row)) : []
  return (
    <div className={cx(css.strip)}>
      <div role="status" className={cx(css.said)}>
        {heading !== undefined && column ? (
          <HeadingWords column={column} sort={heading} />
        ) : !row ? (
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
            {original !== undefined && <span>{say('bulkScreen.cell.original', { value: shownText(original) })}</span>}
          </>
        )}
      </div>
      {children}
      {mode === 'result' && row?.outcome && (
        <Button size="small" icon={<ExternalLink aria-hidden="true" />} onPress={onOpen}>
          {say('bulkScreen.row.open')}
        </Button>
      )}
    </div>
  )
}

/** How the table is sorted by a column and how wide it is, with the keys for both: what a click and a drag do. */
function HeadingWords({ column: { key, width }, sort }: { column: GridColumn; sort: RowSort | null }) {
  const say = useSay()
  const direction = sort?.by !== key ? 'none' : sort.descending ? 'descending' : 'ascending'
  return (
    <>
      <strong>{say(`bulkScreen.field.${key}`)}</strong>
      <span>{say(`bulkScreen.sort.${direction}`)}</span>
      <span>{say('bulkScreen.head.width', { width })}</span>
      <span className={cx(css.note)}>{say('bulkScreen.head.keys')}</span>
    </>
  )
}
