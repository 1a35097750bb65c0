import path from 'node:path'
import { inFolder, startChild } from '../harness/children.ts'
import { injecting } from '../harness/strace.ts'
import { playVendor, succeeds } from '../harness/vendor.ts'
import type { NaiveDiskOrders } from '../naive/disk-child.ts'
import { writes, type Failing } from './failing-writes.ts'
import { mountSmallDisk } from './tmpfs.ts'

const script = path.join(import.meta.dirname, '../naive/disk-child.ts')

/** What the naive client acknowledged and no longer has, nor sent. */
async function lostAfter(folder: string, wrapper: string[], fill: () => void, free: () => void): Promise<number> {
  const vendor = await playVendor({ react: () => succeeds() })
  const drafts = new Set<string>()
  const filed = new Set<string>()
  let left: Record<string, string> = {}
  const live = async (life: string, count: number, around: string[]) => {
    const orders: NaiveDiskOrders = { file: path.join(folder, 'queue.json'), url: vendor.urls.dispute, life, drafts: count }
    const child = startChild(
      script,
      orders,
      (heard) => {
        const event = heard as { type: string; draft: string; marker: string; drafts: Record<string, string> }
        if (event.type === 'saved') drafts.add(event.draft)
        if (event.type === 'filed') {
          drafts.delete(event.draft)
          filed.add(event.marker)
        }
        if (event.type === 'finished') left = event.drafts
      },
      { wrapper: around },
    )
    await child.ended
  }
  try {
    await live('1', 4, [])
    fill()
    await live('2', 20, wrapper)
    free()
    await live('3', 0, [])
    const arrived = new Set(vendor.arrivals.map(({ marker }) => marker))
    return [...drafts].filter((id) => left[id] === undefined).length + [...filed].filter((marker) => !arrived.has(marker)).length
  } finally {
    await vendor.close()
  }
}

const nothing = () => undefined

/** The naive client's day in which the `nth` write of its file fails. */
export const naiveFailingDay = ({ effect, on }: Failing, nth: number): Promise<number> =>
  inFolder((folder) =>
    lostAfter(folder, injecting({ calls: writes, paths: [path.join(folder, 'queue.json')], effect, nth, on }), nothing, nothing),
  )

/** The naive client's day on a disk with so many bytes left. */
export async function naiveDayOnFullDisk(leave: number): Promise<number> {
  const disk = mountSmallDisk(1)
  if (typeof disk === 'string') return Number.NaN
  try {
    return await lostAfter(disk.folder, [], () => disk.fill(leave), disk.free)
  } finally {
    disk.unmount()
  }
}
