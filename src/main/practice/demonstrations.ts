import type { Reaction, Refuse } from './reaction.ts'

/**
 * Unpleasant things on request, so that each state of the app can be seen on purpose. They are chosen by a sale number
 * or an invoice that no example uses; README.md lists them.
 *
 * - a status: the request is answered with it and *not* carried out;
 * - `cut`: it is carried out, then the connection is reset;
 * - `silence`: it is carried out, then nothing is ever answered.
 */
export type Demonstration = { kind: 'status'; status: number } | { kind: 'cut' } | { kind: 'silence' }

/** Demonstration sales exist whatever the outlet and the method, so that only what they demonstrate goes wrong. */
const salePattern = /^9900([01])(401|403|429|500|503|504|598)$/
const invoicePattern = /^DEMO-(400|401|403|429|500|503|RESET|SILENT)(-ONCE)?$/

/** Every number of the form 99000NNN (each time) and 99001NNN (the first time only). */
export const isDemonstrationSale = (saleID: string): boolean => salePattern.test(saleID)

/** What is demonstrated by a sale number's last three digits or an invoice's word. */
function demonstrationOf(code: string): Demonstration {
  if (code === '504' || code === 'RESET') return { kind: 'cut' }
  if (code === '598' || code === 'SILENT') return { kind: 'silence' }
  return { kind: 'status', status: Number(code) }
}

export interface Demonstrations {
  /** `operation` keeps a once-only number's create, update and delete apart. */
  forSale(operation: string, saleID: string): Demonstration | null
  forInvoice(invoice: string): Demonstration | null
}

/** Remembers which once-only demonstrations have been given. */
export function createDemonstrations(): Demonstrations {
  const given = new Set<string>()
  const firstTime = (key: string) => {
    const isFirst = !given.has(key)
    given.add(key)
    return isFirst
  }
  return {
    forSale(operation, saleID) {
      const [, family, code] = salePattern.exec(saleID) ?? []
      if (code === undefined) return null
      return family === '0' || firstTime(`${operation} ${saleID}`) ? demonstrationOf(code) : null
    },
    forInvoice(invoice) {
      const [, code, once] = invoicePattern.exec(invoice) ?? []
      if (code === undefined) return null
      return once === undefined || firstTime(invoice) ? demonstrationOf(code) : null
    },
  }
}

/**
 * Plays a demonstration, or answers as usual where there is none. `refuse` is the vendor's own shape of an error,
 * `carryOut` does the work and gives the usual answer; a refusal needs no demonstration.
 */
export function demonstrate(demonstration: Demonstration | null, refuse: Refuse, carryOut: () => Reaction): Reaction {
  if (demonstration?.kind === 'status') {
    const { status } = demonstration
    return refuse(status, undefined, status === 429 ? { 'Retry-After': '2' } : undefined)
  }
  const usual = carryOut()
  if (demonstration === null || (usual.kind === 'answer' && usual.status >= 400)) return usual
  return { kind: demonstration.kind }
}
