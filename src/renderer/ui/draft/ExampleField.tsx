import { useQuery } from '@tanstack/react-query'
import type { Result } from '#shared/ipc/procedure.ts'
import { unwrap } from '../../lib/client.ts'
import { SelectField } from '../SelectField.tsx'

interface ExampleFieldProps<E> {
  readonly accountId: string
  /** What tells these examples from another vendor's. */
  readonly of: string
  readonly list: (of: { accountId: string }) => Promise<Result<E[]>>
  readonly idOf: (example: E) => string
  readonly words: { readonly label: string; readonly description: string; readonly placeholder: string }
  /** What stands in the form. */
  readonly value: string
  readonly onChoose: (example: E) => void
}

/** In the practice environment only: what exists there, so that a newcomer's first item succeeds. */
export function ExampleField<E extends { label: string }>(props: ExampleFieldProps<E>) {
  const { accountId, of, list, idOf, words, value, onChoose } = props
  const { data: examples = [] } = useQuery({
    queryKey: ['accounts', of, accountId],
    queryFn: () => unwrap(list({ accountId })),
  })
  if (examples.length === 0) return null
  return (
    <SelectField
      {...words}
      optional
      options={examples.map((example) => ({ value: idOf(example), label: example.label, hint: idOf(example) }))}
      value={examples.some((example) => idOf(example) === value) ? value : null}
      onChange={(chosen) => {
        const example = examples.find((one) => idOf(one) === chosen)
        if (example) onChoose(example)
      }}
    />
  )
}
