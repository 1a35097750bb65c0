import path from 'node:path'
import { startChild, type Child, type ChildOptions } from '../harness/children.ts'
import type { ClerkEvent, ClerkOrders } from './events.ts'
import type { Witness } from './witness.ts'

/** Starts a clerk's life, heard by the witness. */
export function startClerk(
  script: 'clerk-child.ts' | 'point-child.ts',
  orders: object,
  witness: Witness,
  options: ChildOptions & { onEvent?: (event: ClerkEvent, child: Child) => void } = {},
): Child & { working: Promise<unknown> } {
  const ready = Promise.withResolvers<void>()
  const child = startChild(
    path.join(import.meta.dirname, script),
    orders,
    (heard) => {
      const event = heard as ClerkEvent
      witness.hear(event)
      if (event.type === 'ready') ready.resolve()
      options.onEvent?.(event, child)
    },
    options,
  )
  return { ...child, working: Promise.race([ready.promise, child.ended]) }
}

/** A life that ends by itself once all has left that may; answers what went wrong. */
export async function finish(orders: Omit<ClerkOrders, 'finish'>, arrived: string[] | null, witness: Witness): Promise<string> {
  const child = startClerk('clerk-child.ts', { ...orders, finish: { arrived } } satisfies ClerkOrders, witness)
  const timer = setTimeout(child.kill, 60_000)
  const { code, stderr } = await child.ended
  clearTimeout(timer)
  return code === 0 ? '' : `what was left could not be finished: ${stderr}`
}
