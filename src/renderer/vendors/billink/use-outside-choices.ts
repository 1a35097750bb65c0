import { useState } from 'react'
import type { BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { Choice } from '#shared/domain/account-fields.ts'
import type { DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import type { FieldMessages } from '#shared/domain/message.ts'

type Field = 'category' | 'locale'
const listOf = { category: 'categories', locale: 'locales' } as const

/** Not one of the account's own; a list of nothing says nothing of a value. */
export const isOutside = (value: string, choices: readonly Choice[]): boolean =>
  choices.length > 0 && value.trim() !== '' && !choices.some(({ id }) => id === value.trim())

/** Values that the account's lists do not have: they go to Billink only after a word of the person who typed them. */
export function useOutsideChoices(account: BillinkSettings | null, fields: Pick<DisputeDraftFields, Field>) {
  const [used, setUsed] = useState<Record<Field, string>>({ category: '', locale: '' })
  const isOut = (field: Field, value = fields[field]) => isOutside(value, account?.[listOf[field]] ?? [])
  const isUsed = (field: Field, value = fields[field]) => used[field] === value.trim()
  return {
    isOutside: (field: Field) => isOut(field),
    isUsed: (field: Field) => isUsed(field),
    use: (field: Field) => setUsed((old) => ({ ...old, [field]: fields[field].trim() })),
    /** What still waits for that word. */
    check: (values: Pick<DisputeDraftFields, Field>): FieldMessages =>
      Object.fromEntries(
        (['category', 'locale'] as const)
          .filter((field) => isOut(field, values[field]) && !isUsed(field, values[field]))
          .map((field) => [field, [{ id: 'disputes.choice.outside', values: { value: values[field].trim() } }]]),
      ),
  }
}
export type OutsideChoices = ReturnType<typeof useOutsideChoices>
