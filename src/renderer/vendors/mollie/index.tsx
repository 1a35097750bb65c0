import { CreditCard } from 'lucide-react'
import { Controller } from 'react-hook-form'
import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Section } from '../../ui/Section.tsx'
import type { FieldsProps, RendererVendor } from '../vendor.ts'
import { PaymentNotesScreen } from './PaymentNotesScreen.tsx'

/** What only Mollie asks for. */
function MollieFields({ form }: FieldsProps) {
  const say = useSay()
  return (
    <Section title="Mollie">
      <Controller
        control={form.control}
        name="mode"
        render={({ field }) => (
          <SegmentedControl
            label={say('settings.field.mode')}
            description={say('settings.field.mode.hint')}
            value={field.value}
            onChange={field.onChange}
            options={(['live', 'test'] as const).map((value) => ({ value, label: say(`settings.mode.${value}`) }))}
          />
        )}
      />
    </Section>
  )
}

/** Reading a payment shows whether address and key work, and changes nothing. */
function PaymentCheck() {
  const say = useSay()
  return (
    <Section title={say('settings.check.title')}>
      <p>{say('payment-notes.check.text')}</p>
    </Section>
  )
}

/** A note as it is sent; a deletion has no text. */
const PaymentNotePayload: RendererVendor<'payment-note'>['Payload'] = ({ payload: { action, paymentID, text } }) => {
  const say = useSay()
  return (
    <KeyValue
      entries={[
        { label: say('field.paymentID'), value: <CopyValue label={say('field.paymentID')} value={paymentID} /> },
        ...(action === 'delete' ? [] : [{ label: say('field.text'), value: text ?? '' }]),
      ]}
    />
  )
}

/** Notes on payments. */
export const mollie = {
  icon: CreditCard,
  Screen: PaymentNotesScreen,
  draftWords: ({ fields }) => ({ subject: fields.paymentID, detail: fields.text.slice(0, 60) }),
  Payload: PaymentNotePayload,
  settings: {
    environments: ['production', 'practice'],
    Fields: MollieFields,
    labels: (say) => ({ mode: say('settings.field.mode') }),
    Check: PaymentCheck,
  },
  bulk: {
    columns: { action: [6.5, 0], paymentID: [10, 0], text: [13, 2] },
    resultFields: ['action', 'paymentID', 'text'],
    longFields: ['text'],
    fixedChoices: () => null,
  },
} satisfies RendererVendor<'payment-note'>
