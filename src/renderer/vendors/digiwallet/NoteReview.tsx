import type { Account } from '#shared/domain/account.ts'
import type { NoteDraftFields } from '#shared/vendors/digiwallet/sale-note.ts'
import type { client } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReviewDialog } from '../../ui/draft/ReviewDialog.tsx'
import type { Filing } from '../../ui/draft/use-filing.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { KeyValue, type KeyValueEntry } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { methodWords } from './method-words.ts'
import { outletWords } from './note-editing.ts'

export type ReviewedNote = Extract<Awaited<ReturnType<typeof client.notes.review>>, { ok: true }>['value']

interface NoteReviewProps {
  readonly filing: Filing<ReviewedNote>
  readonly fields: NoteDraftFields
  readonly account: Account | null
  /** Makes an update of a create that would be a second one. */
  readonly onSwitchToUpdate: () => void
}

/** What exactly will happen, in one sentence, with what stands there as far as this app knows. */
export function NoteReview({ filing, fields, account, onSwitchToUpdate }: NoteReviewProps) {
  const say = useSay()
  const { reviewed } = filing
  if (!reviewed) return null
  const { action } = fields
  const { test, testForcedByOutlet, lastText, known } = reviewed
  const outlet = outletWords(account, fields.outletID)
  const sentence = say(`notes.review.${action}`, {
    test: test ? 'yes' : 'no',
    sale: fields.saleID.trim(),
    outlet,
    method: methodWords(fields.paymentMethodCode),
  })
  const entries: KeyValueEntry[] = [
    ...(known && lastText !== null ? [{ label: say('notes.review.lastText'), value: lastText }] : []),
    ...(action === 'delete'
      ? []
      : [{ label: say(action === 'update' ? 'notes.review.newText' : 'notes.review.text'), value: fields.text }]),
  ]
  return (
    <ReviewDialog
      title={say(`notes.review.title.${action}`)}
      reviewed={reviewed}
      isSubmitting={filing.isSubmitting}
      onClose={filing.close}
      onConfirm={filing.confirm}
      onConfirmAndNext={filing.confirmAndNext}
      confirmLabel={action === 'delete' ? say('notes.review.delete.confirm') : undefined}
      isDanger={action === 'delete'}
      warningAction={
        action === 'create' && (
          <Button size="small" onPress={onSwitchToUpdate}>
            {say('notes.review.switch')}
          </Button>
        )
      }
    >
      <p>
        {sentence} {test && <EnvironmentBadge environment="test" />}
      </p>
      {testForcedByOutlet && <Notice tone="practice">{say('notes.test.forced', { outlet })}</Notice>}
      {entries.length > 0 && <KeyValue entries={entries} />}
    </ReviewDialog>
  )
}
