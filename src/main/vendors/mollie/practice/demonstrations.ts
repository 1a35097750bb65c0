import { firstTimes, type Demonstration } from '../../../practice/demonstrations.ts'

/**
 * Unpleasant things on request, chosen by a payment's id: what happens to a change (`tr_demo500`), or to the reading before it
 * (`tr_demoRead500`), each time or, with `Once` behind it, the first time only.
 *
 * - a status: answered with it and not carried out; `Reset` and `Silent`: carried out, then cut or never answered;
 * - `Late`: never answered, and carried out only when the client has long given up;
 * - `Lost`: never answered and never carried out.
 */
const pattern = /^tr_demo(Read)?(401|403|404|422|429|500|503|Reset|Silent|Late|Lost)(Once)?$/

export type PaymentDemonstration = Demonstration | { kind: 'late' } | { kind: 'lost' }

export const isDemonstrationPayment = (id: string): boolean => pattern.test(id)

function demonstrationOf(code: string): PaymentDemonstration {
  switch (code) {
    case 'Reset':
      return { kind: 'cut' }
    case 'Silent':
      return { kind: 'silence' }
    case 'Late':
      return { kind: 'late' }
    case 'Lost':
      return { kind: 'lost' }
    default:
      return { kind: 'status', status: Number(code) }
  }
}

/** Remembers which once-only demonstrations have been given. */
export function createPaymentDemonstrations(): (operation: 'read' | 'change', id: string) => PaymentDemonstration | null {
  const isFirst = firstTimes()
  return (operation, id) => {
    const [, read, code, once] = pattern.exec(id) ?? []
    if (code === undefined || (read !== undefined) !== (operation === 'read')) return null
    return once === undefined || isFirst(id) ? demonstrationOf(code) : null
  }
}
