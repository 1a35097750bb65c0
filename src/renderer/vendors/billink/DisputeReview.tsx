import type { BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { Attachment } from '#shared/domain/attachment.ts'
import type { DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import type { client } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { ReviewDialog } from '../../ui/draft/ReviewDialog.tsx'
import type { Filing } from '../../ui/draft/use-filing.ts'
import { FilePreview } from '../../ui/evidence/FilePreview.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { choiceWords } from './choice-words.ts'

export type ReviewedDispute = Extract<Awaited<ReturnType<typeof client.disputes.review>>, { ok: true }>['value']

interface DisputeReviewProps {
  readonly draftId: string
  readonly filing: Filing<ReviewedDispute>
  readonly fields: DisputeDraftFields
  /** For the words of what was chosen; what travels is the ID behind them. */
  readonly account: BillinkSettings | null
}

/** The dispute as it will travel, for the last look. */
export function DisputeReview({ draftId, filing, fields, account }: DisputeReviewProps) {
  const say = useSay()
  const format = useFormat()
  const file = filing.reviewed?.attachment ?? null
  const words = (one: Attachment | null) => (one ? `${one.name} (${format.bytes(one.bytes)})` : say('disputes.review.noFile'))
  return (
    <ReviewDialog
      title={say('disputes.review.title')}
      reviewed={filing.reviewed}
      isSubmitting={filing.isSubmitting}
      onClose={filing.close}
      onConfirm={filing.confirm}
      onConfirmAndNext={filing.confirmAndNext}
    >
      <KeyValue
        entries={[
          { label: say('field.invoice'), value: fields.invoice.trim(), mono: true },
          { label: say('field.customerName'), value: fields.customerName.trim() },
          { label: say('field.customerEmail'), value: fields.customerEmail.trim() },
          { label: say('field.category'), value: choiceWords(fields.category.trim(), account?.categories) },
          { label: say('field.locale'), value: choiceWords(fields.locale.trim(), account?.locales) },
          { label: say('field.message'), value: fields.message },
          { label: say('field.file'), value: words(file) },
        ]}
      />
      {file?.state === 'stored' && <FilePreview which={{ draftId, sourceId: null }} version={file.id} />}
    </ReviewDialog>
  )
}
