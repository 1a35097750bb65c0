import { useMutation } from '@tanstack/react-query'
import { RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components'
import type { BulkRun, RetryState } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useCanExport } from '../../lib/preferences.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'
import { PaneFooter } from '../../ui/SplitView.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { DecideUnknown } from './DecideUnknown.tsx'
import { FormatMenu } from './FormatMenu.tsx'
import type { StepProps } from './step-props.ts'
import { useKeepRun, useRunCall } from './use-bulk-run.ts'

/** What can be done with a run that was sent: keep its result, try again, decide, take back. */
export function ResultActions({ run }: StepProps) {
  const say = useSay()
  const { navigate } = useNavigation()
  const keep = useKeepRun()
  const canExport = useCanExport()
  const [isDeciding, setDeciding] = useState(false)
  const saving = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => unwrap(client.bulk.exportResult({ runId: run.id, format })),
    onSuccess: ({ saved }) => saved && toast(say('bulkScreen.saved')),
  })
  const retrying = useRunCall((which: RetryState[]) => unwrap(client.bulk.retry({ runId: run.id, which })))
  const undoing = useMutation({
    mutationFn: () => unwrap(client.bulk.undo({ runId: run.id })),
    async onSuccess(made) {
      await keep(made)
      navigate({ screen: 'bulk', id: made.id })
    },
  })
  const unknown = run.progress?.unknown ?? 0
  const undoneBy = run.undoneBy
  return (
    <>
      <FailureNotice error={saving.error ?? retrying.error ?? undoing.error} />
      <PaneFooter>
        {run.canUndo && (
          <Button icon={<Undo2 aria-hidden="true" />} isBusy={undoing.isPending} onPress={() => undoing.mutate()}>
            {say('bulkScreen.result.undo')}
          </Button>
        )}
        {undoneBy !== null && (
          <Button onPress={() => navigate({ screen: 'bulk', id: undoneBy })}>{say('bulkScreen.result.undoneBy')}</Button>
        )}
        {unknown > 0 && <Button onPress={() => setDeciding(true)}>{say('bulkScreen.result.decide', { count: unknown })}</Button>}
        <RetryButton run={run} isBusy={retrying.isPending} onRetry={(which) => retrying.mutate(which)} />
        {canExport && (
          <FormatMenu
            label={say('bulkScreen.result.export')}
            isBusy={saving.isPending}
            onChoose={(format) => saving.mutate(format)}
          />
        )}
      </PaneFooter>
      {isDeciding && <DecideUnknown run={run} total={unknown} onClose={() => setDeciding(false)} />}
    </>
  )
}

interface RetryButtonProps {
  readonly run: BulkRun
  readonly isBusy: boolean
  readonly onRetry: (which: RetryState[]) => void
}

/** Back to the check with what did not arrive: one kind of it, or all. */
function RetryButton({ run: { canRetry }, isBusy, onRetry }: RetryButtonProps) {
  const say = useSay()
  const icon = <RotateCcw aria-hidden="true" />
  const [only, ...others] = canRetry
  if (!only) return null
  if (others.length === 0) {
    return (
      <Button icon={icon} isBusy={isBusy} onPress={() => onRetry([only])}>
        {say(`bulkScreen.retry.${only}`)}
      </Button>
    )
  }
  return (
    <MenuTrigger>
      <Button icon={icon} isBusy={isBusy}>
        {say('bulkScreen.retry')}
      </Button>
      <MenuList onAction={(id) => onRetry(canRetry.filter((state) => id === 'all' || state === id))}>
        {canRetry.map((state) => (
          <MenuItem key={state} id={state}>
            {say(`bulkScreen.retry.${state}`)}
          </MenuItem>
        ))}
        <MenuItem id="all">{say('bulkScreen.retry.all')}</MenuItem>
      </MenuList>
    </MenuTrigger>
  )
}
