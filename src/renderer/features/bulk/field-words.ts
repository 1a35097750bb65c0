import type { BulkField } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'

/** The heads of a table: shorter than the labels of the forms. */
export function useFieldName(): (field: BulkField) => string {
  const say = useSay()
  return (field) => say(`bulkScreen.field.${field}`)
}

const actions = ['create', 'update', 'delete'] as const
const codes: Partial<Record<BulkField, readonly string[]>> = { action: actions, test: ['0', '1'] }

/** All values there are, where they are codes of ours. */
export const codesOf = (field: BulkField): readonly string[] | undefined => codes[field]

/** A cell in words where a value is a code of ours; every other value is shown as it is. */
export function useValueWords(): (field: BulkField, value: string) => string {
  const say = useSay()
  return (field, value) => {
    const action = field === 'action' ? actions.find((known) => known === value) : undefined
    if (action) return say(`bulkScreen.action.${action}`)
    if (field === 'test' && (value === '1' || value === '0')) return say(value === '1' ? 'field.test.yes' : 'field.test.no')
    return value
  }
}
