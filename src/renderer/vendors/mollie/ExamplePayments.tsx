import { useQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

interface ExamplePaymentsProps {
  readonly accountId: string
  readonly paymentID: string
  readonly onChoose: (paymentID: string) => void
}

/** In the practice environment only: payments that exist there, so that a newcomer's first note succeeds. */
export function ExamplePayments({ accountId, paymentID, onChoose }: ExamplePaymentsProps) {
  const say = useSay()
  const { data: payments = [] } = useQuery({
    queryKey: ['accounts', 'example-payments', accountId],
    queryFn: () => unwrap(client.paymentNotes.examples({ accountId })),
  })
  if (payments.length === 0) return null
  return (
    <SelectField
      label={say('payment-notes.example')}
      description={say('payment-notes.hint.example')}
      optional
      options={payments.map((payment) => ({ value: payment.paymentID, label: payment.label, hint: payment.paymentID }))}
      value={payments.some((payment) => payment.paymentID === paymentID) ? paymentID : null}
      onChange={onChoose}
      placeholder={say('payment-notes.example.placeholder')}
    />
  )
}
