import path from 'node:path'
import { inFolder } from '../harness/children.ts'
import { lookAtLedger } from '../harness/ledger-copy.ts'
import type { Random } from '../harness/random.ts'
import { injecting } from '../harness/strace.ts'
import { playVendor, succeeds } from '../harness/vendor.ts'
import { finish, startClerk } from './lives.ts'
import type { PointOrders } from './point-child.ts'
import { Witness } from './witness.ts'

/** Every call by which SQLite changes the ledger's files or flushes them. */
const calls = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate']

/** Killed instead of the `nth` write or flush of the ledger, whatever the desk was doing then: opening, filing, sending. */
export async function writeRound(nth: number, random: Random): Promise<Witness> {
  const witness = new Witness()
  const vendor = await playVendor({ react: () => succeeds(random.below(10)) })
  try {
    await inFolder(async (folder) => {
      const common = { folder, urls: vendor.urls, epoch: Date.now(), seed: random.seed() }
      const idle = { point: null, variant: 0, nth: 1, upgrade: false } as const
      const live = async (orders: Pick<PointOrders, 'life' | 'files' | 'task'>, wrapper: string[]) => {
        const child = startClerk('point-child.ts', { ...common, ...idle, ...orders } satisfies PointOrders, witness, { wrapper })
        const timer = setTimeout(child.kill, 20_000)
        await child.ended
        clearTimeout(timer)
        witness.examine(lookAtLedger(folder), folder)
      }
      const paths = ['', '-wal', '-shm'].map((end) => path.join(folder, `ledger.sqlite${end}`))
      await live({ life: '1', files: [0], task: 'leave' }, [])
      await live({ life: '2', files: [0, 5_000, 0], task: 'file' }, injecting({ calls, paths, effect: 'SIGKILL', nth }))
      const problem = await finish({ ...common, life: '3' }, null, witness)
      if (problem) witness.findings.push({ kind: 'other', text: problem })
      const ledger = lookAtLedger(folder)
      witness.examine(ledger, folder)
      witness.count(ledger, vendor.arrivals)
    })
  } finally {
    await vendor.close()
  }
  return witness
}
