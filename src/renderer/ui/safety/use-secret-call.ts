import { useMutation } from '@tanstack/react-query'
import { failureOf } from '../../lib/client.ts'
import { useSayMessage } from '../../lib/i18n.tsx'

/** A call that carries a code or passphrase inwards, with what is wrong at its fields and what is wrong in general. */
export function useSecretCall<T>(send: () => Promise<T>, onSuccess: (value: T) => void) {
  const sayMessage = useSayMessage()
  const call = useMutation({
    mutationFn: send,
    // SECURITY: the page keeps no copy of what was typed longer than the call that carries it.
    gcTime: 0,
    onSuccess,
  })
  const failure = call.error ? failureOf(call.error) : null
  return {
    isBusy: call.isPending,
    send: () => !call.isPending && call.mutate(),
    errorsAt: (field: string): string[] => (failure?.fields?.[field] ?? []).map(sayMessage),
    /** What belongs to no field of the form. */
    general: (...shown: string[]): string | null => {
      if (!failure) return null
      const elsewhere = Object.entries(failure.fields ?? {}).filter(([field]) => !shown.includes(field))
      const [message] = failure.fields ? elsewhere.flatMap(([, messages]) => messages) : [failure.message]
      return message ? sayMessage(message) : null
    },
  }
}
