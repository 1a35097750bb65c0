import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inFolder, startChild, type Child } from '../harness/children.ts'
import { seeded, type Random } from '../harness/random.ts'
import { playVendor, succeeds } from '../harness/vendor.ts'
import type { NaiveRunMoment, NaiveRunOrders } from '../naive/bulk-child.ts'
import { notesTable } from './table.ts'

/** How the naive script fared. */
export interface NaiveTally {
  lost: number
  twice: number
}

/** A kill of the naive script: at a moment of its own, at a request, or after some time. */
export type NaiveKill = NaiveRunMoment | 'arrived' | 'any moment'

const script = path.join(import.meta.dirname, '../naive/bulk-child.ts')

/** Works through a table with so many kills, against a vendor that always succeeds, and finishes. */
export function naiveRun(
  kills: readonly NaiveKill[],
  { rows, connections, every }: { rows: number; connections: number; every: number },
  seed: number,
): Promise<NaiveTally> {
  const random: Random = seeded(seed)
  return inFolder(async (folder) => {
    const table = notesTable(folder, rows)
    let child: Child | null = null
    let left = 0
    const vendor = await playVendor({
      react: () => succeeds(random.below(8)),
      onArrival: () => void ((left -= 1) === 0 && child?.kill()),
    })
    const progress = path.join(folder, 'voortgang.json')
    const common = { table: table.file, progress, url: vendor.urls.notes, connections, every }
    try {
      for (const kill of kills) {
        const some = 1 + random.below(Math.floor(rows / kills.length / 2))
        left = kill === 'arrived' ? some : 0
        // What is written down only now and then has fewer moments.
        const nth = kill === 'writing' || kill === 'written' ? Math.ceil(some / every) : some
        const dieAt = kill === 'arrived' || kill === 'any moment' ? null : { moment: kill, nth }
        const ready = Promise.withResolvers<void>()
        child = startChild(script, { ...common, dieAt } satisfies NaiveRunOrders, () => ready.resolve())
        if (kill === 'any moment') {
          await Promise.race([ready.promise, child.ended])
          await sleep(random.between(0, 300))
          child.kill()
        }
        await child.ended
      }
      child = null
      await startChild(script, { ...common, dieAt: null } satisfies NaiveRunOrders, () => undefined).ended
      const came = Map.groupBy(vendor.arrivals, ({ marker }) => marker)
      const creates = table.rows.filter(({ kind }) => kind === 'note.create')
      return {
        lost: table.rows.filter(({ marker }) => !came.has(marker)).length,
        twice: creates.filter(({ marker }) => (came.get(marker)?.length ?? 0) > 1).length,
      }
    } finally {
      await vendor.close()
    }
  })
}
