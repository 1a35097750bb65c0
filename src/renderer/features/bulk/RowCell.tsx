import { CircleAlert, CircleMinus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { bulkFieldSchema, type BulkField, type BulkRow } from '#shared/domain/bulk.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import badge from '../../ui/Badge.module.css'
import { cx } from '../../ui/cx.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFieldName, useValueWords } from './field-words.ts'
import type { GridColumn, GridMode } from './grid-columns.ts'
import { checkMessages, outcomeMessages, type RowMessage } from './row-words.ts'
import css from './RowsGrid.module.css'

interface RowCellProps {
  readonly id: string
  readonly row: BulkRow | undefined
  readonly column: GridColumn
  readonly mode: GridMode
  readonly isActive: boolean
  /** One of several cells under each other that something is done with. */
  readonly isSelected: boolean
  /** Whether the row would be sent as things stand. */
  readonly isIncluded: boolean
  readonly onSkip: (() => void) | undefined
}

/** One cell of the table; what is wrong with it is said with it. Keys and clicks are the grid's: a cell takes no focus of its own. */
export function RowCell({ id, row, column, mode, isActive, isSelected, isIncluded, onSkip }: RowCellProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const problems = mode === 'check' && column.field ? (row?.problems[column.field] ?? []).map(sayMessage) : []
  const isBad = problems.length > 0
  const original = column.field ? row?.originals[column.field] : undefined
  return (
    <div
      id={id}
      role="gridcell"
      aria-selected={isActive || isSelected}
      aria-invalid={isBad || undefined}
      className={cx(
        css.cell,
        isActive && css.active,
        isBad && css.bad,
        original !== undefined && css.changed,
        column.key === 'row' && css.rowNumber,
      )}
      data-cell={column.key}
    >
      {row === undefined ? '…' : <Content {...{ row, column, mode, isIncluded, onSkip }} />}
      {original !== undefined && (
        <span className="visually-hidden">. {say('bulkScreen.cell.original', { value: original })}</span>
      )}
      {isBad && <span className="visually-hidden">. {problems.join(' ')}</span>}
    </div>
  )
}

type ContentProps = { readonly row: BulkRow } & Pick<RowCellProps, 'column' | 'mode' | 'isIncluded' | 'onSkip'>

function Content({ row, column, mode, isIncluded, onSkip }: ContentProps): ReactNode {
  const say = useSay()
  switch (column.key) {
    case 'row':
      return row.row
    case 'included':
      return (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={say('bulkScreen.row.included', { row: row.row })}
          checked={isIncluded}
          disabled={!onSkip}
          onChange={onSkip}
        />
      )
    case 'state':
      return row.outcome ? (
        <StatusBadge status={row.outcome.damage ? 'damaged' : row.outcome.state} />
      ) : (
        <span className={cx(badge.badge, badge.neutral)}>
          <CircleMinus aria-hidden="true" />
          {say(`bulkScreen.standing.${row.standing}`)}
        </span>
      )
    case 'number':
      return <span className={cx(css.code)}>{row.outcome?.number ?? '–'}</span>
    case 'messages':
      return <Messages messages={mode === 'check' ? checkMessages(row) : outcomeMessages(row)} />
    default:
      return <Value row={row} field={column.key} isCode={column.isCode} isEdited={mode === 'check'} />
  }
}

const toneIcons = { problem: CircleAlert, warning: TriangleAlert, note: null } as const

/** The first sentence, with the number of further ones; all of them stand under the table for the row in view. */
function Messages({ messages }: { messages: readonly RowMessage[] }) {
  const say = useSay()
  const [first, ...others] = messages
  const text = useMessageText()
  if (!first) return null
  const Icon = toneIcons[first.tone]
  return (
    <span className={cx(css.message, css[first.tone])} title={messages.map(text).join('\n')}>
      {Icon && <Icon aria-hidden="true" />}
      <span className={cx(css.words)}>{text(first)}</span>
      {others.length > 0 && <span className={cx(css.more)}>{say('bulkScreen.more', { count: others.length })}</span>}
    </span>
  )
}

/** A sentence with the field it is about before it. */
export function useMessageText(): (message: RowMessage) => string {
  const sayMessage = useSayMessage()
  const fieldName = useFieldName()
  const isField = (field: string): field is BulkField => bulkFieldSchema.safeParse(field).success
  return ({ field, message }) =>
    field === null ? sayMessage(message) : `${isField(field) ? fieldName(field) : field}: ${sayMessage(message)}`
}

interface ValueProps {
  readonly row: BulkRow
  readonly field: BulkField
  readonly isCode: boolean
  readonly isEdited: boolean
}

function Value({ row, field, isCode, isEdited }: ValueProps) {
  const valueWords = useValueWords()
  const value = row.values[field] ?? ''
  if (field === 'test' && row.test) return <EnvironmentBadge environment="test" />
  if (value === '') return <span className={cx(css.empty)}>{isEdited && field !== 'file' ? '' : '–'}</span>
  return (
    <span className={cx(css.words, isCode && css.code)} title={shownText(value)}>
      {shownText(valueWords(field, value))}
    </span>
  )
}
