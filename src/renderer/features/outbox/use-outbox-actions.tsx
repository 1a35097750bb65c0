import { ArchiveX, Scale, Send } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { afterGone } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { useRowsActions } from '../../ui/draft/use-rows-actions.ts'
import type { RowAction } from '../../ui/RowActions.tsx'
import { DecideDialog } from '../../ui/submission/DecideDialog.tsx'
import { useEach } from '../../ui/submission/use-each.ts'
import { toast } from '../../ui/Toaster.tsx'

interface OutboxActions {
  /** What can be done to these, each with what all of them allow. */
  readonly actionsOf: (items: readonly SubmissionSummary[]) => readonly RowAction[]
  /** Asks what became of several. */
  readonly dialog: ReactNode
}

/** What can be done to several items of the outbox at once; what takes them out of it goes on with what stands behind them. */
export function useOutboxActions(onDone: () => void): OutboxActions {
  const say = useSay()
  const { here, navigate } = useNavigation()
  const each = useEach(onDone)
  const inRows = useRowsActions(() => '', onDone)
  const [deciding, setDeciding] = useState<readonly SubmissionSummary[]>([])

  /** As the list stands before they are gone. */
  function goingOn(ids: readonly string[]): () => void {
    const { screen, id: open = '' } = here()
    const next = afterGone('outbox', open, ids)
    return () => {
      if (screen === 'outbox' && ids.includes(open) && here().id === open) navigate({ screen, id: next }, { replace: true })
    }
  }
  async function dismiss(ids: readonly string[]): Promise<void> {
    const goOn = goingOn(ids)
    const { length: count } = await each(ids, (id) => unwrap(client.outbox.dismiss({ id })))
    goOn()
    if (count > 0) toast(say('outboxScreen.many.dismissed', { count }))
  }
  async function sendNow(ids: readonly string[]): Promise<void> {
    await each(ids, (id) => unwrap(client.outbox.sendNow({ id })))
  }

  const decided = deciding.map(({ id }) => id)
  return {
    actionsOf(items) {
      const ids = items.map(({ id }) => id)
      const allow = (action: SubmissionSummary['actions'][number]) => items.every(({ actions }) => actions.includes(action))
      const isRefused = items.every(({ state }) => state === 'rejected') && allow('edit')
      const action = (id: string, label: string, icon: RowAction['icon'], act: () => unknown): RowAction => ({
        id,
        label,
        icon,
        run: () => void Promise.resolve(act()).catch(reportProblem),
      })
      return [
        ...(allow('arrived')
          ? [action('decide', say('history.marked.decide', { count: items.length }), Scale, () => setDeciding(items))]
          : []),
        ...(allow('send-now') ? [action('send-now', say('item.sendNow'), Send, () => sendNow(ids))] : []),
        ...(isRefused
          ? [{ ...action('dismiss', say('outboxScreen.dismiss'), ArchiveX, () => dismiss(ids)), shortcut: 'remove' as const }]
          : []),
        ...inRows(items.map((item) => ({ item }))),
      ]
    },
    dialog: deciding.length > 0 && (
      <DecideDialog
        items={deciding}
        onClose={() => setDeciding([])}
        onDecided={() => {
          goingOn(decided)()
          onDone()
        }}
      />
    ),
  }
}
