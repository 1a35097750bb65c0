import { firstTimes, type Demonstration } from '../../../practice/demonstrations.ts'

/** Demonstration sales exist whatever the outlet and the method, so that only what they demonstrate goes wrong. */
const pattern = /^9900([01])(401|403|429|500|503|504|598)$/

/** Every number of the form 99000NNN (each time) and 99001NNN (the first time only). */
export const isDemonstrationSale = (saleID: string): boolean => pattern.test(saleID)

/** What a sale number's last three digits demonstrate. `operation` keeps a once-only number's create, update and delete apart. */
export type SaleDemonstrations = (operation: string, saleID: string) => Demonstration | null

/** Remembers which once-only demonstrations have been given. */
export function createSaleDemonstrations(): SaleDemonstrations {
  const isFirst = firstTimes()
  return (operation, saleID) => {
    const [, family, code] = pattern.exec(saleID) ?? []
    if (code === undefined || (family === '1' && !isFirst(`${operation} ${saleID}`))) return null
    if (code === '504') return { kind: 'cut' }
    return code === '598' ? { kind: 'silence' } : { kind: 'status', status: Number(code) }
  }
}
