import { ClipboardCopy, Copy, Download, History, Trash2, Undo2 } from 'lucide-react'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import type { DraftSummary } from '#shared/vendors/index.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { forgetFiled } from '../../lib/just-filed.ts'
import { afterGone } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useCanExport } from '../../lib/preferences.ts'
import { reportProblem } from '../../lib/problem.ts'
import type { RowAction } from '../RowActions.tsx'
import { useEach } from '../submission/use-each.ts'
import { placeOfDraft } from '../submission/use-item-actions.ts'
import { toast } from '../Toaster.tsx'

/** A line of a list in which drafts and what was filed stand together. */
export type DraftOrFiled<D extends DraftSummary = DraftSummary> = { readonly draft: D } | { readonly item: SubmissionSummary }
export const idOf = (row: DraftOrFiled): string => ('draft' in row ? row.draft.id : row.item.id)

/** Tabs and line ends in a number would make other cells of it where it is pasted. */
const cell = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ').trim()

/** What can be done to several drafts and items at once, each with what all of them allow; nothing asks that can be undone. */
export function useRowsActions<D extends DraftSummary>(numberOf: (draft: D) => string, onDone: () => void) {
  const say = useSay()
  const each = useEach(onDone)
  const canExport = useCanExport()
  const { place, navigate } = useNavigation()

  /** As the list stands before they are gone: what is open of them makes place for the next. */
  function goingOn(ids: readonly string[]): (gone: readonly string[]) => void {
    const { screen, id: open = '' } = place
    const next = afterGone(screen, open, ids)
    return (gone) => {
      if (screen !== 'settings' && gone.includes(open)) navigate({ screen, id: next }, { replace: true })
    }
  }

  async function remove(ids: readonly string[]): Promise<void> {
    const goOn = goingOn(ids)
    const removed = (await each(ids, (id) => unwrap(client.drafts.remove({ id })))).map(({ id }) => id)
    if (removed.length === 0) return
    goOn(removed)
    const undo = async () => {
      const { length: count } = await each(removed, (id) => unwrap(client.drafts.restore({ id })))
      toast(say('draft.many.restored', { count }))
    }
    toast(say('draft.many.removed', { count: removed.length }), { label: say('draft.undo'), onPress: () => void undo() })
  }

  async function duplicate(rows: readonly DraftOrFiled<D>[]): Promise<void> {
    const drafts = new Set(rows.flatMap((row) => ('draft' in row ? [row.draft.id] : [])))
    const { length: count } = await each(rows.map(idOf), (id) =>
      unwrap(drafts.has(id) ? client.drafts.duplicate({ id }) : client.history.duplicate({ id })),
    )
    if (count > 0) toast(say('draft.many.duplicated', { count }))
  }

  async function cancel(ids: readonly string[]): Promise<void> {
    const goOn = goingOn(ids)
    const back = await each(ids, (id) => {
      forgetFiled(id)
      return unwrap(client.outbox.cancel({ id }))
    })
    const { length: count, 0: first } = back
    // One is gone on with at once; of several the list has them.
    if (count === 1 && first) navigate(placeOfDraft(first.value))
    else goOn(back.map(({ id }) => id))
    if (count > 0) toast(say('draft.many.cancelled', { count }))
  }

  async function exported(ids: string[]): Promise<void> {
    const { saved, count } = await unwrap(client.history.export({ chosen: { ids }, format: 'xlsx' }))
    if (saved) toast(say('draft.many.exported', { count }))
  }

  async function copy(numbers: readonly string[]): Promise<void> {
    await navigator.clipboard.writeText(numbers.map(cell).join('\n'))
    toast(say('draft.many.copied', { count: numbers.length }))
  }

  return (rows: readonly DraftOrFiled<D>[]): RowAction[] => {
    const drafts = rows.flatMap((row) => ('draft' in row ? [row.draft] : []))
    const items = rows.flatMap((row) => ('item' in row ? [row.item] : []))
    const allow = (action: SubmissionSummary['actions'][number]) => items.every(({ actions }) => actions.includes(action))
    const ids = rows.map(idOf)
    const numbers = [...drafts.map(numberOf), ...items.map(({ subject }) => subject)].filter((number) => number.trim() !== '')
    const [item] = items
    const action = (
      id: string,
      icon: RowAction['icon'],
      act: () => unknown,
      isOffered: boolean,
      shortcut?: RowAction['shortcut'],
    ): RowAction[] =>
      isOffered
        ? [
            {
              id,
              icon,
              label: say(`draft.many.${id}` as 'draft.many.copy'),
              shortcut,
              run: () => void Promise.resolve(act()).catch(reportProblem),
            },
          ]
        : []
    return [
      ...action('cancel', Undo2, () => cancel(ids), drafts.length === 0 && allow('cancel')),
      ...action('duplicate', Copy, () => duplicate(rows), allow('duplicate')),
      ...action('copy', ClipboardCopy, () => copy(numbers), numbers.length > 0, 'copy'),
      ...action('export', Download, () => exported(ids), drafts.length === 0 && canExport),
      ...action(
        'open',
        History,
        () => item && navigate({ screen: 'history', id: item.id }),
        rows.length === 1 && item !== undefined && place.screen !== 'history',
      ),
      ...action('remove', Trash2, () => remove(ids), items.length === 0, 'remove'),
    ]
  }
}
