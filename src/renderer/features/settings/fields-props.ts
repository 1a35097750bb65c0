import type { UseFormReturn } from 'react-hook-form'
import type { AccountKind } from '#shared/domain/account.ts'
import type { FormErrors } from '../../lib/form-errors.ts'
import type { AccountValues } from './account-values.ts'

/** What every part of the account form works on. */
export interface FieldsProps {
  readonly form: UseFormReturn<AccountValues>
  readonly errors: FormErrors
  readonly kind: AccountKind
  readonly isNew: boolean
  /** Where the stored account goes now. */
  readonly endpoint: string | null
}
