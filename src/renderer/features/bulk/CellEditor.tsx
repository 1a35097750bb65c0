import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react'
import type { BulkField, BulkRow } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import { registerFlusher } from '../../lib/flush.ts'
import { reportProblem } from '../../lib/problem.ts'
import { cx } from '../../ui/cx.ts'
import { useFieldName } from './field-words.ts'
import css from './RowsGrid.module.css'

export type AfterEdit = 'down' | 'right' | 'stay'

interface CellEditorProps {
  readonly field: BulkField
  readonly row: BulkRow
  readonly isBusy: boolean
  readonly onSave: (value: string) => Promise<void>
  readonly onDone: (move: AfterEdit) => void
}

/** A cell while it is edited: Enter keeps and goes down, Tab to the right, Escape leaves it as it was. Shift+Enter is a new line. */
export function CellEditor({ field, row, isBusy, onSave, onDone }: CellEditorProps) {
  const say = useSay()
  const fieldName = useFieldName()
  const area = useRef<HTMLTextAreaElement>(null)
  const isOver = useRef(false)
  // A tab that is pressed takes the table away before the field loses focus: what was typed is kept all the same.
  const keepOnLeaving = useEffectEvent((value: string) => {
    if (!isOver.current) void onSave(value).catch(reportProblem)
  })
  const keepOnClosing = useEffectEvent((): Promise<boolean> =>
    onSave(area.current?.value ?? '').then(
      () => true,
      () => false,
    ),
  )
  useEffect(() => {
    const element = area.current
    element?.focus()
    element?.select()
    const leave = registerFlusher(() => keepOnClosing())
    return () => {
      leave()
      keepOnLeaving(element?.value ?? '')
    }
  }, [])

  async function save(move: AfterEdit): Promise<void> {
    if (isOver.current) return
    isOver.current = true
    try {
      await onSave(area.current?.value ?? '')
      onDone(move)
    } catch {
      // Said under the table; what was typed stays here.
      isOver.current = false
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape') {
      isOver.current = true
      onDone('stay')
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) void save('down')
    else if (event.key === 'Tab' && !event.shiftKey) void save('right')
    else return
    event.preventDefault()
  }

  return (
    <div role="gridcell" className={cx(css.cell, css.editing)}>
      <textarea
        ref={area}
        rows={1}
        spellCheck={false}
        readOnly={isBusy}
        aria-label={say('bulkScreen.cell.edit', { field: fieldName(field), row: row.row })}
        defaultValue={row.values[field] ?? ''}
        onKeyDown={onKeyDown}
        onBlur={() => void save('stay')}
      />
    </div>
  )
}
