import type { NoteAction } from '#shared/vendors/digiwallet/sale-note.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import { client } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { ChangeButtons } from '../../ui/submission/ChangeButtons.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { findKnownNote } from './use-known-notes.ts'

/** A note that may be there: sent, or of an outcome that nobody knows. */
const mayStand: ReadonlySet<SubmissionState> = new Set(['sent', 'unknown', 'closed'])

/** From a note this app knows to a draft that updates or deletes it, filled in with what was sent last. */
export function NoteItemButtons({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const { payload } = item
  if (payload.kind !== 'note' || payload.action === 'delete' || !mayStand.has(item.state)) return null
  const { target, text = '' } = payload

  const start = (action: Exclude<NoteAction, 'create'>) =>
    actions.toDraft(async () => {
      const known = await findKnownNote(item.accountId, target)
      const fields = { ...target, action, text: known?.text ?? text }
      // The note's own account, which need not be the active one.
      return await client.drafts.create({ kind: 'note', accountId: item.accountId, fields })
    })

  return (
    <ChangeButtons words={{ delete: say('notes.delete'), update: say('notes.update') }} isBusy={actions.isBusy} onStart={start} />
  )
}
