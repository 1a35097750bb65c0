import path from 'node:path'
import { startChild } from '../harness/children.ts'
import { live, ordersFor } from './lives.ts'
import { lookAtRuns } from './run-copy.ts'
import { finish } from './story.ts'
import type { RunWitness } from './witness.ts'
import { inWorld } from './world.ts'

const script = path.join(import.meta.dirname, 'bulk-child.ts')

/**
 * A run that was broken off, resumed by two processes at once, without the lock that keeps a second app from starting: the
 * ledger's own lock tells the later of them, and no row leaves twice.
 */
export const twoResume = (rows: number, connections: number, seed: number): Promise<RunWitness> =>
  inWorld({ kind: 'notes', rows, connections }, seed, async (world) => {
    const { witness, vendor } = world
    const point = 'two processes resume it at once'
    await live(world, { point, atArrival: 2 + world.random.below(3 * connections) })
    world.calmDown()
    const orders = { ...ordersFor(world, { point }), inCompany: true, leaves: false }
    witness.begin(point, orders.life, vendor.arrivals.length)
    const both = [1, 2].map(() => startChild(script, orders, () => undefined))
    let left = rows / 2
    const onArrival = () => (left -= 1) === 0 && both.forEach((child) => child.kill())
    world.arrivals.add(onArrival)
    const timer = setTimeout(() => {
      witness.find('other', 'half of the rows were not sent in time')
      both.forEach((child) => child.kill())
    }, 60_000)
    for (const { ended } of both) {
      const { signal, code, stderr } = await ended
      const isRefused = stderr.includes('open in another process')
      if (signal !== 'SIGKILL' && !isRefused)
        witness.find('other', `one of two ended with ${code}: ${stderr.trim().slice(0, 800)}`)
    }
    clearTimeout(timer)
    world.arrivals.delete(onArrival)
    await vendor.settled()
    witness.examine(lookAtRuns(world.folder), vendor.arrivals, world.folder, true)
    await finish(world)
  })
