import { tmpdir } from 'node:os'
import { inFolder } from '../harness/children.ts'
import { seeded, type Random } from '../harness/random.ts'
import { playVendor, type Arrival, type Reaction, type Vendor } from '../harness/vendor.ts'
import { ordinaryDay } from './moods.ts'
import { disputesTable, notesTable, type PlayedTable } from './table.ts'
import { RunWitness } from './witness.ts'

/** A table, a desk's folder and a vendor. */
export interface World {
  folder: string
  vendor: Vendor
  table: PlayedTable
  witness: RunWitness
  connections: number
  epoch: number
  random: Random
  /** Told of each request. */
  arrivals: Set<(arrival: Arrival) => void>
  /** From now on the vendor answers so, whatever is asked. */
  answer(reaction: Reaction | null): void
  calmDown(): void
}

/** What a world is made of. */
export interface WorldOptions {
  kind: PlayedTable['kind']
  rows: number
  connections: number
  /** Where its folder is made. */
  parent?: string
}

/** Makes a world, and takes it down again. */
export function inWorld(
  { kind, rows, connections, parent = tmpdir() }: WorldOptions,
  seed: number,
  work: (world: World) => Promise<void>,
): Promise<RunWitness> {
  const random = seeded(seed)
  return inFolder(async (folder) => {
    const table = kind === 'notes' ? notesTable(folder, rows) : disputesTable(folder, rows)
    const day = ordinaryDay(table, seeded(random.seed()))
    const arrivals = new Set<(arrival: Arrival) => void>()
    let always: Reaction | null = null
    const vendor = await playVendor({
      react: (arrival) => always ?? day.react(arrival),
      onArrival: (arrival) => arrivals.forEach((hear) => hear(arrival)),
    })
    const witness = new RunWitness(table, connections)
    const answer = (reaction: Reaction | null) => void (always = reaction)
    const { calmDown } = day
    try {
      await work({ folder, vendor, table, witness, connections, epoch: Date.now(), random, arrivals, answer, calmDown })
    } finally {
      await vendor.close()
    }
    return witness
  }, parent)
}
