import type { UseFormRegisterReturn } from 'react-hook-form'
import { metadataBytes, metadataBytesWith } from '#shared/vendors/mollie/payment-note.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TemplateArea } from '../../ui/templates/TemplateArea.tsx'
import type { TemplateText } from '../../ui/templates/use-template-text.ts'

interface PaymentNoteTextProps {
  readonly label: string
  readonly text: string
  /** What stands beside the note at this payment; it shares the room. */
  readonly besideBytes: number
  readonly field: UseFormRegisterReturn
  readonly texts: TemplateText
  /** What a check or Mollie said of it. */
  readonly errors: readonly string[]
}

/** The note's text, with how much of the payment's room it takes: that it does not fit is said while it is typed. */
export function PaymentNoteText({ label, text, besideBytes, field, texts, errors }: PaymentNoteTextProps) {
  const say = useSay()
  const bytes = metadataBytesWith(besideBytes, text)
  const { warn, refuse } = metadataBytes
  const live = text !== '' && bytes > refuse ? [say('validation.paymentNote.tooLarge', { bytes })] : []
  return (
    <div aria-live="polite" aria-relevant="additions">
      <TemplateArea
        texts={texts}
        field={field}
        text={text}
        label={label}
        aside={say('payment-notes.room', { bytes: text === '' ? 0 : bytes, max: refuse })}
        description={say(besideBytes > 0 ? 'payment-notes.hint.text.beside' : 'payment-notes.hint.text')}
        errors={[...new Set([...live, ...errors])]}
      />
      {text !== '' && bytes > warn && bytes <= refuse && <Notice tone="warn">{say('payment-notes.large')}</Notice>}
    </div>
  )
}
