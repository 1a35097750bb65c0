import path from 'node:path'
import { inFolder } from '../harness/children.ts'
import { injecting, type Injection } from '../harness/strace.ts'
import { playVendor, succeeds } from '../harness/vendor.ts'
import { live, newDay, settleDay, type Day } from './day.ts'
import type { DiskOrders } from './disk-child.ts'
import { idOf } from './ids.ts'

/** A kind of failure, at one call after the other. */
export interface Failing {
  name: string
  calls: Injection['calls']
  effect: 'EIO' | 'ENOSPC'
  /** From that call on, as against at that call alone. */
  on: boolean
  /** On a ledger that was never opened before. */
  fresh: boolean
  /** Whether the naive client makes such calls at all. */
  naive: boolean
}

export const writes = ['write', 'writev', 'pwrite64', 'pwritev']
export const flushes = ['fsync', 'fdatasync']

const common = { on: false, fresh: false, naive: true }
export const failings: readonly Failing[] = [
  { ...common, name: 'EIO at a write', calls: writes, effect: 'EIO' },
  { ...common, name: 'EIO at a write, first opening', calls: writes, effect: 'EIO', fresh: true, naive: false },
  { ...common, name: 'EIO at a flush', calls: flushes, effect: 'EIO', naive: false },
  { ...common, name: 'ENOSPC at a write', calls: writes, effect: 'ENOSPC' },
  { ...common, name: 'EIO from a write on', calls: writes, effect: 'EIO', on: true },
  { ...common, name: 'ENOSPC from a write on', calls: writes, effect: 'ENOSPC', on: true },
]

/** Everything of the ledger and of the vault that a life writes. */
function pathsOf(folder: string, life: string): string[] {
  const ledger = ['', '-wal', '-shm', '-journal'].map((end) => path.join(folder, `ledger.sqlite${end}`))
  const vault = path.join(folder, 'attachments')
  const files = Array.from({ length: 40 }, (_, at) => path.join(vault, `${idOf(life, at + 1)}.sealed.part`))
  return [...ledger, vault, ...files]
}

/** A day in which the `nth` of these calls fails. */
export async function failingDay({ calls, effect, on, fresh }: Failing, nth: number): Promise<Day> {
  const day = newDay()
  const vendor = await playVendor({ react: () => succeeds() })
  try {
    await inFolder(async (folder) => {
      const orders: DiskOrders = { folder, urls: vendor.urls, life: '2', epoch: Date.now(), rounds: 2 }
      if (!fresh) await live(day, { ...orders, life: '1', rounds: 1 })
      await live(day, orders, injecting({ calls, paths: pathsOf(folder, orders.life), effect, nth, on }))
      await settleDay(day, orders, vendor)
    })
  } finally {
    await vendor.close()
  }
  return day
}
