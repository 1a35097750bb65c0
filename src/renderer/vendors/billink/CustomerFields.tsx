import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useController, type UseFormReturn } from 'react-hook-form'
import type { KnownCustomer } from '#shared/vendors/billink/contract.ts'
import type { DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { FormErrors } from '../../lib/form-errors.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { FieldPair } from '../../ui/FieldPair.tsx'
import { SuggestField, type Suggestion } from '../../ui/SuggestField.tsx'

interface CustomerFieldsProps {
  readonly accountId: string
  readonly form: UseFormReturn<DisputeDraftFields>
  readonly labels: { readonly customerName: string; readonly customerEmail: string }
  readonly errorsAt: FormErrors['at']
}

type Field = 'customerName' | 'customerEmail'
const inField = { customerName: 'name', customerEmail: 'email' } as const

/** Main answers nothing to fewer. */
const fewestCharacters = 2
const none: readonly KnownCustomer[] = []

/** Name and e-mail address: a customer of an earlier dispute is offered in either, and fills both. */
export function CustomerFields({ accountId, form, labels, errorsAt }: CustomerFieldsProps) {
  const take = ({ name, email }: KnownCustomer) => {
    form.setValue('customerName', name, { shouldDirty: true })
    form.setValue('customerEmail', email, { shouldDirty: true })
  }
  const shared = { accountId, form, errorsAt, onTake: take }
  return (
    <FieldPair>
      <CustomerField {...shared} name="customerName" label={labels.customerName} />
      <CustomerField {...shared} name="customerEmail" label={labels.customerEmail} />
    </FieldPair>
  )
}

interface CustomerFieldProps extends Pick<CustomerFieldsProps, 'accountId' | 'form' | 'errorsAt'> {
  readonly name: Field
  readonly label: string
  readonly onTake: (customer: KnownCustomer) => void
}

function CustomerField({ accountId, form, errorsAt, name, label, onTake }: CustomerFieldProps) {
  const { value, onChange, onBlur } = useController({ control: form.control, name }).field
  const [isTyping, setTyping] = useState(false)
  const suggestions = useKnownCustomers(accountId, name, useDeferredValue(value), isTyping)
  return (
    <SuggestField<CustomerSuggestion>
      label={label}
      name={name}
      errors={errorsAt(name)}
      inputMode={name === 'customerEmail' ? 'email' : undefined}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      onChoose={({ customer }) => onTake(customer)}
      suggestions={suggestions}
      onTyping={setTyping}
    />
  )
}

type CustomerSuggestion = Suggestion & { readonly customer: KnownCustomer }

function useKnownCustomers(accountId: string, field: Field, typed: string, isTyping: boolean): readonly CustomerSuggestion[] {
  const say = useSay()
  const format = useFormat()
  const text = typed.trim()
  const isAsked = isTyping && Array.from(text).length >= fewestCharacters
  const { data } = useQuery({
    queryKey: ['submissions', 'customers', accountId, text],
    queryFn: () => unwrap(client.disputes.customers({ accountId, text })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const customers = isAsked ? (data?.customers ?? none) : none
  return useMemo(() => {
    const other = field === 'customerName' ? 'customerEmail' : 'customerName'
    return customers.map((customer) => ({
      id: `${customer.name}\n${customer.email}`,
      text: customer[inField[field]],
      detail: say('disputes.customer.known', {
        other: customer[inField[other]],
        invoice: customer.invoice,
        date: format.date(customer.at),
      }),
      customer,
    }))
  }, [customers, field, format, say])
}
