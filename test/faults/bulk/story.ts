import type { Random } from '../harness/random.ts'
import { live, truthsOf, type Life } from './lives.ts'
import { anyMoment, points, type PointName } from './points.ts'
import { sweptProblem } from './vault.ts'
import type { RunWitness } from './witness.ts'
import { inWorld, type World, type WorldOptions } from './world.ts'

/** The moments at which one run is killed, in this order; a number is so many random ones. */
export interface Plot extends WorldOptions {
  sending: readonly (PointName | number)[]
  /** Killed while the unknown ones are decided, once the run is over. */
  deciding: boolean
  /** The run is undone as well: killed while that is made ready, and so often while it is sent. */
  undoing: number | null
}

const chosen = ([point, choose]: (typeof points)[PointName] | typeof anyMoment, random: Random, plot: Plot): Life => ({
  point,
  ...choose(random, plot),
})

function* livesOf(places: Plot['sending'], random: Random, plot: Plot): Generator<Life> {
  for (const place of places) {
    if (typeof place === 'string') yield chosen(points[place], random, plot)
    else for (let count = 0; count < place; count += 1) yield chosen(anyMoment, random, plot)
  }
}

const point = 'finished afterwards'

/** How often a run may be gone on with until nothing is open. */
const mostEnds = 8

/** To the end: the unknown ones are decided as they were, what is left is sent, and each row has arrived. */
export async function finish(world: World, undoing = false): Promise<void> {
  const { witness, vendor } = world
  for (let count = 0; count < mostEnds; count += 1) {
    await live(world, { point, truths: truthsOf(world), undoing })
    if (witness.copy.rows.every(({ state }) => state === 'sent' || state === 'closed')) break
  }
  witness.close(vendor.arrivals)
}

async function play(world: World, plot: Plot): Promise<void> {
  const { random, table, witness, folder } = world
  for (const life of livesOf(plot.sending, random, plot)) await live(world, life)
  world.calmDown()
  if (plot.deciding) {
    const holding = new Set(table.rows.filter(({ holdsOthersBack }) => holdsOthersBack).map(({ row }) => row))
    const truths = truthsOf(world).filter(({ row }) => holding.has(row))
    await live(world, { ...chosen(points.indexing, random, plot), truths })
    await live(world, { ...chosen(points.deciding, random, plot), truths: truthsOf(world) })
  }
  await finish(world)
  if (plot.undoing !== null) {
    for (const life of livesOf(['undoing', plot.undoing], random, plot)) await live(world, { ...life, undoing: true })
    await finish(world, true)
  }
  if (plot.kind === 'notes') return
  // A start that was broken off leaves files behind that the next opening but one removes.
  await live(world, { point })
  const unswept = sweptProblem(folder, witness.copy.attachments)
  if (unswept) witness.find('other', unswept)
}

/** One run, killed at every moment of its plot, taken up each time, and finished. */
export const tell = (plot: Plot, seed: number): Promise<RunWitness> => inWorld(plot, seed, (world) => play(world, plot))
