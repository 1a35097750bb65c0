import { hookLedger } from '../harness/ledger-hooks.ts'
import { die, given, tell } from '../harness/tell.ts'
import { openAndLook, type Found, type Place } from './opening.ts'

/** A start, and the step of it at which the process ends; null for none. */
export interface MigratingOrders extends Place {
  dieAt: number | null
}

/** What it says: each step before it is taken, and once it is there where it is a commit; and what is there once it is open. */
export type MigratingEvent = { type: 'step'; text: string } | ({ type: 'found' } & Found)

const orders = given as MigratingOrders
let steps = 0
let isOpen = false
hookLedger(({ at, sql }) => {
  if (isOpen || (at === 'after' && sql !== 'COMMIT')) return
  if (steps === orders.dieAt) die()
  steps += 1
  if (orders.dieAt === null)
    tell({ type: 'step', text: `${at} ${sql.replace(/\s+/g, ' ').slice(0, 60)}` } satisfies MigratingEvent)
})
const found = await openAndLook(orders, () => (isOpen = true))
tell({ type: 'found', ...found } satisfies MigratingEvent)
process.exit(0)
