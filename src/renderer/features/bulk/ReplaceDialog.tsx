import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { BulkField, BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { useFieldName, useValueWords } from './field-words.ts'
import { FixedValueField } from './FixedValueField.tsx'
import type { RowChanges } from './use-row-changes.ts'

interface ReplaceDialogProps {
  readonly run: BulkRun
  readonly field: BulkField
  /** What stands there; empty for rows in which nothing does. */
  readonly from: string
  readonly changes: RowChanges
  readonly onClose: () => void
}

/** One value replaced in every row that has it: how many those are is said before, and another number changes nothing. */
export function ReplaceDialog({ run, field, from, changes, onClose }: ReplaceDialogProps) {
  const say = useSay()
  const formId = useId()
  const fieldName = useFieldName()(field)
  const shown = shownText(useValueWords()(field, from))
  const [to, setTo] = useState(from)
  const [error, setError] = useState<unknown>(null)
  const counted = useQuery({
    queryKey: keys.bulkCount(run.id, field, from),
    queryFn: () => unwrap(client.bulk.countValue({ runId: run.id, field, value: from })),
    staleTime: 0,
    gcTime: 0,
  })
  const rows = counted.data?.rows
  async function replace(): Promise<void> {
    if (rows === undefined || to === from) return
    try {
      await changes.fill(field, to, { by: 'value', value: from, total: rows })
      onClose()
    } catch (failure) {
      setError(failure)
      void counted.refetch()
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={say('bulkScreen.replace.title', { field: fieldName })}
      footer={
        <>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isBusy={changes.isBusy}
            isDisabled={rows === undefined || rows === 0 || to === from}
          >
            {say('bulkScreen.replace.do', { rows: rows ?? 0 })}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          void replace()
        }}
      >
        <p role="status">
          {rows === undefined
            ? say('bulkScreen.replace.counting')
            : say(from === '' ? 'bulkScreen.replace.empty' : 'bulkScreen.replace.found', { rows, value: shown })}
        </p>
        <FixedValueField {...{ field, run }} label={say('bulkScreen.replace.to')} value={to} onChange={setTo} />
        <FailureNotice error={error ?? counted.error} />
      </form>
    </Dialog>
  )
}
