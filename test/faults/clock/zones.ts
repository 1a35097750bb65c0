import path from 'node:path'
import { inFolder, startChild } from '../harness/children.ts'
import { playVendor, succeeds } from '../harness/vendor.ts'
import type { Seen, ZoneOrders } from './zone-child.ts'

const script = path.join(import.meta.dirname, 'zone-child.ts')

/** A journey: the zone in which the item was filed, the one in which the app is opened again, and the moment in UTC. */
export interface Journey {
  from: string
  to: string
  at: string
}

export const journeys: readonly Journey[] = [
  { from: 'Europe/Amsterdam', to: 'Pacific/Kiritimati', at: '2026-11-22T09:00:00.000Z' },
  { from: 'Pacific/Kiritimati', to: 'America/Los_Angeles', at: '2026-12-31T10:30:00.000Z' },
  { from: 'America/Los_Angeles', to: 'Asia/Kathmandu', at: '2026-02-28T23:59:30.000Z' },
  { from: 'Europe/Amsterdam', to: 'UTC', at: '2026-10-25T00:59:40.000Z' },
  { from: 'Europe/Amsterdam', to: 'Europe/London', at: '2026-03-29T00:59:40.000Z' },
]

/** Files an item in one zone and opens the app in the other; what both saw. */
export async function travel({ from, to, at }: Journey): Promise<{ before: Seen; after: Seen }> {
  const vendor = await playVendor({ react: () => succeeds() })
  try {
    return await inFolder(async (folder) => {
      const see = async (zone: string, task: ZoneOrders['task'], naiveText: string | null): Promise<Seen> => {
        let seen: Seen | null = null
        const orders: ZoneOrders = { folder, urls: vendor.urls, task, now: Date.parse(at), naiveText }
        const child = startChild(script, orders, (event) => (seen = event as Seen), { env: { TZ: zone } })
        const { stderr } = await child.ended
        if (!seen) throw new Error(`nothing was seen in ${zone}: ${stderr}`)
        return seen
      }
      const before = await see(from, 'file', null)
      return { before, after: await see(to, 'look', before.naiveText) }
    })
  } finally {
    await vendor.close()
  }
}
