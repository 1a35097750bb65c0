import { useQueryClient } from '@tanstack/react-query'
import { PencilLine, Trash2 } from 'lucide-react'
import type { NoteAction } from '#shared/vendors/digiwallet/sale-note.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { findKnownNote } from './use-known-notes.ts'

/** A note that may be there: sent, or of an outcome that nobody knows. */
const mayStand: ReadonlySet<SubmissionState> = new Set(['sent', 'unknown', 'closed'])

/** From a note this app knows to a draft that updates or deletes it, filled in with what was sent last. */
export function NoteItemButtons({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const { payload } = item
  const exists = payload.kind === 'note' && payload.action !== 'delete' && mayStand.has(item.state)
  if (!exists) return null

  async function start(action: Exclude<NoteAction, 'create'>): Promise<void> {
    if (payload.kind !== 'note') return
    const known = await findKnownNote(item.accountId, payload.target)
    const note = { ...payload.target, action, text: known?.text ?? payload.text ?? '' }
    // The note's own account, which need not be the active one.
    const draft = await unwrap(client.drafts.create({ kind: 'note', accountId: item.accountId, fields: note }))
    await queries.invalidateQueries({ queryKey: ['drafts'] })
    navigate({ screen: 'notes', id: draft.id })
  }

  return (
    <>
      <Button icon={<Trash2 aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.run(() => start('delete'))}>
        {say('notes.delete')}
      </Button>
      <Button
        variant="primary"
        icon={<PencilLine aria-hidden="true" />}
        isDisabled={actions.isBusy}
        onPress={() => actions.run(() => start('update'))}
      >
        {say('notes.update')}
      </Button>
    </>
  )
}
