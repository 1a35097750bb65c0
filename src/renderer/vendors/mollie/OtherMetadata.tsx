import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import type { PaymentNoteAction } from '#shared/vendors/mollie/payment-note.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { FieldErrors } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RawText } from '../../ui/submission/Section.tsx'
import { Switch } from '../../ui/Switch.tsx'

interface OtherMetadataProps {
  readonly payment: ReadPayment
  readonly action: PaymentNoteAction
  readonly keepValue: boolean
  /** What a check said of leaving it. */
  readonly errors: readonly string[]
  readonly onKeepValue: (keep: boolean) => void
  readonly onBecome: (action: PaymentNoteAction) => void
}

/** What speaks against this action at this payment, said before it is reviewed, with its way on. */
export function OtherMetadata({ payment, action, keepValue, errors, onKeepValue, onBecome }: OtherMetadataProps) {
  const say = useSay()
  const { note, otherMetadata, foreignNote } = payment
  if (foreignNote !== null) {
    return (
      <Notice tone="error" title={say('payment-notes.foreign.title')}>
        <p>{say('payment-notes.foreign')}</p>
        <RawText label={say('payment-notes.foreign.title')}>{foreignNote}</RawText>
      </Notice>
    )
  }
  if (note !== null && action === 'create') {
    return (
      <Notice
        tone="warn"
        actions={
          <Button size="small" onPress={() => onBecome('update')}>
            {say('payment-notes.toUpdate')}
          </Button>
        }
      >
        {say('payment-notes.noteThere')}
      </Notice>
    )
  }
  if (note === null && action !== 'create') {
    return (
      <Notice
        tone="warn"
        actions={
          action === 'update' && (
            <Button size="small" onPress={() => onBecome('create')}>
              {say('payment-notes.toCreate')}
            </Button>
          )
        }
      >
        {say(`payment-notes.noNote.${action}`)}
      </Notice>
    )
  }
  if (otherMetadata === null || action === 'delete') return null
  return (
    <Notice tone="warn" title={say('payment-notes.other.title')}>
      <p>{say('payment-notes.other')}</p>
      <RawText label={say('payment-notes.other.title')}>{otherMetadata}</RawText>
      <Switch label={say('payment-notes.keepValue')} name="keepValue" isSelected={keepValue} onChange={onKeepValue} />
      {errors.length > 0 && <FieldErrors errors={errors} />}
    </Notice>
  )
}
