import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '#shared/ipc/procedure.ts'
import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import { paymentIdSchema } from '#shared/vendors/mollie/payment-note.ts'
import { client, failureOf, unwrap } from '../../lib/client.ts'

const idOf = (typed: string): string | null => paymentIdSchema.safeParse(typed).data ?? null

export interface PaymentAtHand {
  /** The payment of the number in the field, as it was read last; null while it was not. */
  readonly payment: ReadPayment | null
  readonly failure: Failure | null
  readonly isReading: boolean
  /** Whether what is in the field is a number that can be read. */
  readonly canRead: boolean
  /** Reads the payment of a number, also where it was read before; `once` leaves that as it is. */
  read(typed: string, again?: 'once'): void
}

/**
 * The payment that a note is for. It is read once the person is done with its number (the field is left, or the button is
 * pressed), never while it is typed: half a number is another payment's, or nobody's.
 */
export function usePayment(accountId: string, typed: string): PaymentAtHand {
  const id = idOf(typed)
  const [asked, setAsked] = useState(id)
  const query = useQuery({
    queryKey: ['payment', accountId, asked],
    queryFn: () => unwrap(client.paymentNotes.read({ accountId, paymentID: asked ?? '' })),
    enabled: asked !== null,
    // What stands there may have changed since a form was open last.
    gcTime: 0,
  })
  const isAsked = id !== null && id === asked
  return {
    payment: isAsked ? (query.data ?? null) : null,
    failure: isAsked && query.error ? failureOf(query.error) : null,
    isReading: isAsked && query.isFetching,
    canRead: id !== null,
    read(wanted, again) {
      const next = idOf(wanted)
      if (next === null) return
      if (next !== asked) setAsked(next)
      else if (again !== 'once') void query.refetch()
    },
  }
}
