import path from 'node:path'
import { startChild } from '../harness/children.ts'
import { lookAtLedger } from '../harness/ledger-copy.ts'
import type { Vendor } from '../harness/vendor.ts'
import { finish } from '../kill/lives.ts'
import { Witness } from '../kill/witness.ts'
import type { DiskEvent, DiskOrders } from './disk-child.ts'

const script = path.join(import.meta.dirname, 'disk-child.ts')

/** What a day on a failing disk came to. */
export interface Day {
  witness: Witness
  /** What the person was told instead of "saved". */
  refused: string[]
}

export const newDay = (): Day => ({ witness: new Witness(), refused: [] })

/** Works through a life; `onEvent` may change the disk meanwhile. */
export async function live(
  { witness, refused }: Day,
  orders: DiskOrders,
  wrapper: readonly string[] = [],
  onEvent: (event: DiskEvent) => void = () => undefined,
): Promise<void> {
  const child = startChild(
    script,
    orders,
    (heard) => {
      const event = heard as DiskEvent
      onEvent(event)
      if (event.type === 'refused' || event.type === 'not opened') refused.push(event.message)
      else if (event.type !== 'waits') witness.hear(event)
    },
    { wrapper },
  )
  const timer = setTimeout(child.kill, 60_000)
  const { code, signal, stderr } = await child.ended
  clearTimeout(timer)
  if (code !== 0) witness.findings.push({ kind: 'other', text: `the desk ended with ${signal ?? code}: ${stderr}` })
}

/** On a disk that works again: the ledger opens, what was acknowledged is there, and the rest goes on to its end. */
export async function settleDay({ witness, refused }: Day, orders: DiskOrders, vendor: Vendor): Promise<void> {
  witness.examine(lookAtLedger(orders.folder), orders.folder)
  const arrived = [...new Set(vendor.arrivals.map(({ marker }) => marker))]
  const problem = await finish({ ...orders, seed: 1, life: '9' }, arrived, witness)
  if (problem) witness.findings.push({ kind: 'damaged', text: problem })
  else witness.close(lookAtLedger(orders.folder), vendor.arrivals)
  const mute = refused.find((message) => message.startsWith('failure.internal'))
  if (mute) witness.findings.push({ kind: 'other', text: `a person was told nothing they can act on: ${mute}` })
}
