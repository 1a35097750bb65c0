import { ArrowDownToLine, Redo2, Replace, Undo2 } from 'lucide-react'
import type { BulkRun } from '#shared/domain/bulk.ts'
import type { BulkStep } from '#shared/domain/bulk-check.ts'
import { keyName } from '../../lib/key-names.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useAppInfo } from '../../lib/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import css from './ChangeBar.module.css'
import type { Filling } from './use-filling.ts'
import type { RowChanges } from './use-row-changes.ts'

interface ChangeBarProps {
  readonly run: BulkRun
  readonly changes: RowChanges
  readonly filling: Filling
}

/** What can be done with many rows at once, and undone: each with its key. */
export function ChangeBar({ run, changes, filling }: ChangeBarProps) {
  const say = useSay()
  const platform = useAppInfo()?.platform ?? ''
  const withKey = (words: string, ...keys: string[]) =>
    say('bulkScreen.change.withKey', { words, key: keyName(platform, ...keys) })
  const stepWords = (step: BulkStep) =>
    say(`bulkScreen.change.${step.kind}`, {
      field: step.field ? say(`bulkScreen.field.${step.field}`) : '',
      rows: step.rows,
    })
  const undo = changes.undoStep && say('bulkScreen.change.undo', { what: stepWords(changes.undoStep) })
  const redo = changes.redoStep && say('bulkScreen.change.redo', { what: stepWords(changes.redoStep) })
  const { replacing } = filling
  return (
    <div className={cx(css.changes)}>
      {filling.canFill && (
        <Button size="small" icon={<ArrowDownToLine aria-hidden="true" />} isBusy={filling.isBusy} onPress={filling.fillDown}>
          {withKey(say('bulkScreen.change.fillDown', { rows: filling.count }), 'Ctrl', 'D')}
        </Button>
      )}
      {filling.canReplace && (
        <Button size="small" icon={<Replace aria-hidden="true" />} onPress={filling.replace}>
          {withKey(say('bulkScreen.change.everywhere'), 'Ctrl', 'H')}
        </Button>
      )}
      {undo !== null && (
        <span title={withKey(undo, 'Ctrl', 'Z')}>
          <Button size="small" variant="quiet" aria-label={undo} icon={<Undo2 aria-hidden="true" />} onPress={changes.undo} />
        </span>
      )}
      {redo !== null && (
        <span title={withKey(redo, 'Ctrl', 'Y')}>
          <Button size="small" variant="quiet" aria-label={redo} icon={<Redo2 aria-hidden="true" />} onPress={changes.redo} />
        </span>
      )}
      {replacing && <ReplaceDialog run={run} {...replacing} changes={changes} onClose={filling.stopReplacing} />}
    </div>
  )
}
