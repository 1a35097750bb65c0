import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startChild, type Child } from '../harness/children.ts'
import { isProcessed, type Arrival } from '../harness/vendor.ts'
import { isCanary, type Act, type BulkEvent, type BulkOrders, type Crash, type Truth } from './orders.ts'
import { lookAtRuns } from './run-copy.ts'
import type { World } from './world.ts'

/** A life, and where it ends: by its own crash, at a request, after some time, or, without any of these, by itself. */
export interface Life {
  point: string
  act?: Act
  crash?: Crash | null
  /** Killed when so many requests of rows have come in. */
  atArrival?: number | undefined
  /** Killed so many milliseconds after its start, or after it asked. */
  after?: { what: 'start' | 'asked'; ms: number } | undefined
  /** The moment comes after the run has come to its end. */
  afterTheEnd?: boolean
  /** What it says of trouble is no finding, and it may end before its moment. */
  inTrouble?: boolean
  /** It must come to its end by itself in spite of the trouble. */
  mustFinish?: boolean
  /** A program around it. */
  wrapper?: readonly string[]
  truths?: Truth[]
  /** The run that takes back the first one. */
  undoing?: boolean
}

const script = path.join(import.meta.dirname, 'bulk-child.ts')
/** Has the threads of a process count its moments too. */
const crashing = { NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'crash-thread.ts')).href}` }
const patienceMs = 120_000

/** What the rows of unknown outcome were, in the vendor's eyes. */
export function truthsOf({ witness: { copy }, vendor }: World): Truth[] {
  const came = new Set(vendor.arrivals.filter(isProcessed).map(({ marker }) => marker))
  return copy.rows
    .filter(({ state }) => state === 'unknown' || state === 'sending')
    .map(({ runId, row, marker }) => ({ runId: String(runId), row, arrived: came.has(marker) }))
}

let lives = 0

/** What a process of this world is given to do. */
export function ordersFor(
  { folder, vendor, table, connections, epoch }: World,
  { act = 'go on', crash = null, atArrival, after, truths = [], undoing = false }: Life,
): BulkOrders {
  lives += 1
  const { kind, file, filesFolder } = table
  const leaves = !crash && !atArrival && !after && act === 'go on'
  const given = { act, crash, truths, undoing, leaves, inCompany: false }
  return { folder, urls: vendor.urls, epoch, life: String(lives), table: { kind, file, filesFolder }, connections, ...given }
}

/** Lives once; afterwards everything is looked at. */
export async function live(world: World, life: Life): Promise<void> {
  const { folder, vendor, witness } = world
  const { point, atArrival = 0, after, inTrouble = false, wrapper = [] } = life
  const orders = ordersFor(world, life)
  const { act, leaves } = orders
  witness.begin(point, orders.life, vendor.arrivals.length)
  const asked = Promise.withResolvers<void>()
  let child: Child | null = null
  let left = atArrival
  const onArrival = ({ marker }: Arrival) => {
    if (!isCanary(marker) && (left -= 1) === 0) child?.kill()
  }
  world.arrivals.add(onArrival)
  const hear = (heard: unknown) => {
    const event = heard as BulkEvent
    witness.hear(event, inTrouble)
    if (event.type === 'asked') asked.resolve()
    // What it did is done; if no moment within it was met, this is the moment.
    if (event.type === 'acted') child?.kill()
    if (event.type === 'finished' && !leaves && !life.afterTheEnd) {
      if (!after && act === 'go on') witness.find('other', 'the moment never came')
      child?.kill()
    }
  }
  child = startChild(script, orders, hear, { wrapper, env: orders.crash ? crashing : {} })
  const timer = setTimeout(() => {
    witness.find('other', 'the moment was not reached in time')
    child.kill()
  }, patienceMs)
  if (after) {
    if (after.what === 'asked') await Promise.race([asked.promise, child.ended])
    await Promise.race([sleep(after.ms), child.ended])
    child.kill()
  }
  const { code, signal, stderr } = await child.ended
  clearTimeout(timer)
  world.arrivals.delete(onArrival)
  const asMeant = leaves ? code === 0 : signal === 'SIGKILL'
  if (!asMeant && inTrouble && !life.mustFinish) witness.hearEnd()
  else if (!asMeant) witness.find('other', `a life ended with ${signal ?? code}: ${stderr.trim().slice(0, 800)}`)
  await vendor.settled()
  witness.examine(lookAtRuns(folder), vendor.arrivals, folder, signal === 'SIGKILL')
}
