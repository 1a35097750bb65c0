import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { NoteDraft, NoteDraftFields } from '#shared/vendors/digiwallet/sale-note.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { deletionBefore } from './note-editing.ts'
import { findKnownNote } from './use-known-notes.ts'

interface RemakeDialogProps {
  readonly draft: NoteDraft
  readonly fields: NoteDraftFields
  readonly onClose: () => void
  /** Makes this draft the one that creates the note again, and stores it. */
  readonly becomeCreate: () => Promise<boolean>
}

/** Splits an update whose text cannot travel in two drafts: delete, then create. The old text stays with the first. */
export function RemakeDialog({ draft, fields, onClose, becomeCreate }: RemakeDialogProps) {
  const say = useSay()
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const { data: known } = useQuery({
    queryKey: [
      'submissions',
      'known-note',
      draft.accountId,
      fields.outletID,
      fields.saleID,
      fields.paymentMethodCode,
      fields.test,
    ],
    queryFn: () => findKnownNote(draft.accountId, fields),
  })
  const oldText = known?.text ?? null

  async function split(): Promise<void> {
    const note = deletionBefore(fields, oldText)
    const deletion = await unwrap(client.drafts.create({ kind: 'note', accountId: draft.accountId, fields: note }))
    await becomeCreate()
    await queries.invalidateQueries({ queryKey: ['drafts'] })
    navigate({ screen: 'notes', id: deletion.id })
    toast(say('notes.remake.done'))
  }

  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('notes.remake.title')}
      confirmLabel={say('notes.remake.confirm')}
      onConfirm={split}
    >
      <p>{say('notes.remake.text')}</p>
      {oldText === null ? (
        <Notice tone="warn">{say('notes.remake.noOldText')}</Notice>
      ) : (
        <KeyValue entries={[{ label: say('notes.remake.oldText'), value: oldText }]} />
      )}
    </ConfirmDialog>
  )
}
