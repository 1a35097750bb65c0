import path from 'node:path'
import { injecting, type Injection } from '../harness/strace.ts'
import { succeeds } from '../harness/vendor.ts'
import { flushes, writes } from '../disk/failing-writes.ts'
import { mountSmallDisk, type SmallDisk } from '../disk/tmpfs.ts'
import { live } from './lives.ts'
import { finish } from './story.ts'
import type { RunWitness } from './witness.ts'
import { inWorld, type World } from './world.ts'

/** How a run meets a full disk. */
export const fulls = ['the key is refused meanwhile', 'has room again', 'killed and opened meanwhile'] as const
export type Full = (typeof fulls)[number]

const megabytes = 8
/** The desk tries again after a tenth of a second, and may have to do so more than once. */
const roomAfterMs = [60, 800] as const
const openedForMs = 700

/** Fills the disk when so many rows have come in; resolves then. */
function fillAt(world: World, disk: SmallDisk, nth: number): Promise<void> {
  const filled = Promise.withResolvers<void>()
  let left = nth
  world.arrivals.add(() => {
    if ((left -= 1) !== 0) return
    disk.fill(0)
    filled.resolve()
  })
  return filled.promise
}

async function sendOnFullDisk(world: World, disk: SmallDisk, full: Full): Promise<void> {
  const point = `full disk: ${full}`
  // A create of unknown outcome would hold others back until a person decides, and the run could not come to its end.
  world.calmDown()
  const nth = 5 + world.random.below(world.table.rows.length / 2)
  const filled = fillAt(world, disk, nth)
  if (full === 'killed and opened meanwhile') {
    await live(world, { point, atArrival: nth, inTrouble: true })
    await live(world, { point, after: { what: 'start', ms: openedForMs }, inTrouble: true })
    disk.free()
  } else {
    const room = filled.then(() => {
      if (full === 'the key is refused meanwhile') world.answer({ answer: 401, afterMs: 0 })
      setTimeout(
        () => {
          disk.free()
          world.answer(null)
        },
        world.random.between(...roomAfterMs),
      )
    })
    await Promise.all([live(world, { point, inTrouble: true, mustFinish: true }), room])
    world.witness.expectTrouble()
  }
  await finish(world)
}

/** A run that is sent while its disk fills up; a string says why there is no such disk. */
export async function onFullDisk(full: Full, rows: number, connections: number, seed: number): Promise<RunWitness | string> {
  const disk = mountSmallDisk(megabytes)
  if (typeof disk === 'string') return disk
  try {
    const options = { kind: 'notes', rows, connections, parent: disk.folder } as const
    return await inWorld(options, seed, (world) => sendOnFullDisk(world, disk, full))
  } finally {
    disk.unmount()
  }
}

/** One call that fails while a run is sent. */
export interface FailingCall {
  name: string
  calls: Injection['calls']
  effect: 'EIO' | 'ENOSPC'
  on: boolean
  /** Which of them fails. The ledger's opening and what a person does first take some dozens of writes. */
  nths: readonly number[]
  /** The one that the short form tries: of the writes, one in the middle of the checkpoint that an opening begins with. */
  short: number | null
}

const nthFlushes = [1, 2, 4, 8, 16, 32]
const nthWrites = [20, 100, 160, 240, 360, 500]
export const failingCalls: readonly FailingCall[] = [
  { name: 'EIO at a flush', calls: flushes, effect: 'EIO', on: false, nths: nthFlushes, short: 6 },
  { name: 'EIO at a write', calls: writes, effect: 'EIO', on: false, nths: nthWrites, short: 36 },
  { name: 'EIO from a flush on', calls: flushes, effect: 'EIO', on: true, nths: nthFlushes, short: null },
  { name: 'ENOSPC from a write on', calls: writes, effect: 'ENOSPC', on: true, nths: nthWrites, short: null },
]

/** A disk that fails once leaves time to come to the end. */
const lifeMs = { once: 15_000, on: 2_500 }

/** A run that is sent while the `nth` such call on the ledger's files fails; afterwards the disk is well. */
export const onFailingDisk = (
  { name, calls, effect, on }: FailingCall,
  nth: number,
  rows: number,
  connections: number,
  seed: number,
) =>
  inWorld({ kind: 'notes', rows, connections }, seed, async (world) => {
    const point = `failing disk: ${name}`
    await live(world, { point, atArrival: 3 })
    world.answer(succeeds(3))
    const paths = ['', '-wal', '-shm'].map((end) => path.join(world.folder, `ledger.sqlite${end}`))
    const wrapper = injecting({ calls, paths, effect, nth, on })
    await live(world, { point, after: { what: 'asked', ms: on ? lifeMs.on : lifeMs.once }, inTrouble: true, wrapper })
    world.witness.expectTrouble()
    await finish(world)
  })
