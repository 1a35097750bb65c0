import { useState } from 'react'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { Failure } from '#shared/ipc/procedure.ts'
import type * as z from 'zod'
import type { AutosaveStatus } from './autosave.ts'
import { lengthMessages } from './check-fields.ts'
import { useSayMessage } from './i18n.tsx'

interface State {
  readonly fields: FieldMessages
  readonly head: readonly Message[]
  readonly attempt: number
}
const clean: State = { fields: {}, head: [], attempt: 0 }

/**
 * What is wrong with a form, at its fields and in its summary, whoever found it: our own schema, main or a vendor.
 * `labels` holds the fields the form shows; what belongs to any other is said in the summary alone.
 */
export function useFormErrors(labels: Record<string, string>, start: Omit<State, 'attempt'> = clean) {
  const say = useSayMessage()
  const [{ fields, head, attempt }, setState] = useState<State>({ ...start, attempt: 0 })

  function show(found: FieldMessages, above: readonly Message[] = []): void {
    setState((old) => ({ fields: found, head: above, attempt: old.attempt + 1 }))
  }

  return {
    /** Grows with each failed attempt, so that the summary takes focus once for each. */
    attempt,
    /** The sentences of one field. */
    at: (field: string): string[] => (fields[field] ?? []).map(say),
    /** Everything, for ErrorSummary. */
    items: [
      ...head.map((message) => ({ field: null, message: say(message) })),
      ...Object.entries(fields).flatMap(([field, messages]) =>
        messages.map((message) => ({ field: field in labels ? field : null, label: labels[field], message: say(message) })),
      ),
    ],
    show,
    /** A failure of main: its fields, or its one sentence when it has none. */
    showFailure: (failure: Failure) =>
      show(failure.fields ?? {}, Object.keys(failure.fields ?? {}).length > 0 ? [] : [failure.message]),
    /** Takes one field's sentences away once it is mended, or all of them. */
    clear(field?: string): void {
      setState((old) => {
        if (field === undefined) return { ...clean, attempt: old.attempt }
        if (!(field in old.fields)) return old
        const { [field]: _mended, ...rest } = old.fields
        return { ...old, fields: rest }
      })
    },
  }
}
export type FormErrors = ReturnType<typeof useFormErrors>

interface Live {
  readonly errors: FormErrors
  /** The rule of each field that has a length of its own. */
  readonly rules: Record<string, z.ZodType>
  readonly values: object
  readonly status: AutosaveStatus
}

/**
 * The sentences of one field, with those that cannot wait for a check: that a text is too long to send, while it is typed, and why
 * it could not be stored. What is missing or unfinished is no mistake while typing.
 */
export function useFieldErrors({ errors, rules, values, status }: Live): (field: string) => string[] {
  const say = useSayMessage()
  const refused = status.state === 'failed' ? status.failure.fields : undefined
  return (field) => {
    const rule = rules[field]
    const value: unknown = (values as Record<string, unknown>)[field]
    const live = [...(rule ? lengthMessages(rule, value) : []), ...(refused?.[`fields.${field}`] ?? [])]
    // A text that is too long to store is too long to send too; the nearer end is said.
    return [...new Set([...live.slice(0, 1).map(say), ...errors.at(field)])]
  }
}
