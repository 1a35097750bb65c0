import { ClipboardCopy, Download, History, PencilLine, Scale, Trash2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import type { NoteAction } from '#shared/vendors/digiwallet/sale-note.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useCanExport } from '../../lib/preferences.ts'
import { reportProblem } from '../../lib/problem.ts'
import type { RowAction } from '../../ui/RowActions.tsx'
import { DecideDialog } from '../../ui/submission/DecideDialog.tsx'
import { useEach } from '../../ui/submission/use-each.ts'
import { placeOfDraft } from '../../ui/submission/use-item-actions.ts'
import { toast } from '../../ui/Toaster.tsx'
import { canChange, outcomeOf } from './note-editing.ts'

interface KnownActions {
  /** What can be done to these, each with what all of them allow. */
  readonly actionsOf: (notes: readonly KnownNote[]) => readonly RowAction[]
  /** Asks what became of several. */
  readonly dialog: ReactNode
}

/** What can be done to several known notes at once: a draft that updates or deletes each, a word on what is unknown, their numbers. */
export function useKnownActions(onDone: () => void): KnownActions {
  const say = useSay()
  const { navigate } = useNavigation()
  const canExport = useCanExport()
  const each = useEach(onDone)
  const [deciding, setDeciding] = useState<readonly KnownNote[]>([])

  async function change(notes: readonly KnownNote[], action: Exclude<NoteAction, 'create'>): Promise<void> {
    const byId = new Map(notes.map((note) => [note.newest.submissionId, note]))
    const drafts = await each([...byId.keys()], (id) => {
      const { accountId, target, text } = byId.get(id) ?? {}
      return unwrap(
        client.drafts.create({ kind: 'note', accountId: accountId ?? '', fields: { ...target, action, text: text ?? '' } }),
      )
    })
    const [first, ...more] = drafts
    if (first && more.length === 0) navigate(placeOfDraft(first.value))
    else if (first) toast(say('notes.many.drafts', { count: drafts.length }))
  }
  async function cancel(ids: readonly string[]): Promise<void> {
    const { length: count } = await each(ids, (id) => unwrap(client.outbox.cancel({ id })))
    if (count > 0) toast(say('draft.many.cancelled', { count }))
  }
  async function copy(notes: readonly KnownNote[]): Promise<void> {
    await navigator.clipboard.writeText(notes.map(({ target }) => target.saleID).join('\n'))
    toast(say('draft.many.copied', { count: notes.length }))
  }
  async function exported(ids: string[]): Promise<void> {
    const { saved, count } = await unwrap(client.history.export({ chosen: { ids }, format: 'xlsx' }))
    if (saved) toast(say('draft.many.exported', { count }))
  }

  return {
    actionsOf(notes) {
      const ids = notes.map(({ newest }) => newest.submissionId)
      const areAll = (state: KnownNote['newest']['state']) => notes.every(({ newest }) => newest.state === state)
      const action = (
        isOffered: boolean,
        label: string,
        icon: RowAction['icon'],
        act: () => unknown,
        shortcut?: RowAction['shortcut'],
      ): RowAction[] =>
        isOffered ? [{ id: label, label, icon, shortcut, run: () => void Promise.resolve(act()).catch(reportProblem) }] : []
      const count = notes.length
      return [
        ...action(areAll('unknown'), say('history.marked.decide', { count }), Scale, () => setDeciding(notes)),
        ...action(notes.every(canChange), say('notes.update'), PencilLine, () => change(notes, 'update')),
        ...action(notes.every(canChange), say('notes.delete'), Trash2, () => change(notes, 'delete')),
        ...action(areAll('queued'), say('item.cancel'), Undo2, () => cancel(ids)),
        ...action(true, say('draft.many.copy'), ClipboardCopy, () => copy(notes), 'copy'),
        ...action(canExport, say('draft.many.export'), Download, () => exported(ids)),
        ...action(count === 1, say('draft.many.open'), History, () => navigate({ screen: 'history', id: ids[0] })),
      ]
    },
    dialog: deciding.length > 0 && (
      <DecideDialog items={deciding.map(outcomeOf)} onClose={() => setDeciding([])} onDecided={onDone} />
    ),
  }
}
