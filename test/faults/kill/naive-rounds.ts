import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inFolder, startChild, type Child } from '../harness/children.ts'
import { seeded, type Random } from '../harness/random.ts'
import { isProcessed, playVendor, succeeds, type Reaction, type Vendor } from '../harness/vendor.ts'
import type { NaiveOrders } from '../naive/child.ts'
import type { NaiveMoment } from '../naive/client.ts'
import { badDay } from './random-rounds.ts'

/** How the naive client fared. */
export interface NaiveTally {
  lost: number
  twice: number
}

const script = path.join(import.meta.dirname, '../naive/child.ts')

interface Heard {
  type: 'ready' | 'saved' | 'filed' | 'finished'
  draft?: string
  marker?: string
  drafts?: Record<string, string>
}

/** Drafts and filed items that it acknowledged, counted at the end against its file and the vendor. */
function listener() {
  const drafts = new Set<string>()
  const filed = new Set<string>()
  let left: Record<string, string> | null = null
  return {
    hear(event: Heard) {
      if (event.type === 'saved') drafts.add(event.draft ?? '')
      if (event.type === 'filed') {
        drafts.delete(event.draft ?? '')
        filed.add(event.marker ?? '')
      }
      if (event.type === 'finished') left = event.drafts ?? {}
    },
    tally({ arrivals }: Vendor): NaiveTally {
      const counts = new Map<string, number>()
      for (const arrival of arrivals) if (isProcessed(arrival)) counts.set(arrival.marker, (counts.get(arrival.marker) ?? 0) + 1)
      const refused = new Set(
        arrivals.filter(({ reaction }) => reaction.answer === 400 || reaction.answer === 401).map(({ marker }) => marker),
      )
      const lostItems = [...filed].filter((marker) => !counts.has(marker) && !refused.has(marker)).length
      const lostDrafts = [...drafts].filter((id) => left?.[id] === undefined).length
      return { lost: lostItems + lostDrafts, twice: [...counts.values()].filter((count) => count > 1).length }
    },
  }
}

async function finish(orders: Omit<NaiveOrders, 'task' | 'dieAt'>, hear: (event: Heard) => void) {
  const child = startChild(script, { ...orders, task: 'finish', dieAt: null }, (event) => hear(event as Heard))
  await child.ended
}

/** The same random kills as the desk's, on the naive client. */
export async function naiveRandomRounds(seed: number, rounds: number): Promise<NaiveTally> {
  const random = seeded(seed)
  const moods = seeded(random.seed())
  let calm = false
  const vendor = await playVendor({ react: () => (calm ? succeeds() : badDay(moods)) })
  try {
    return await inFolder(async (folder) => {
      const common = { file: path.join(folder, 'queue.json'), url: vendor.urls.dispute }
      const { hear, tally } = listener()
      for (let round = 0; round < rounds; round += 1) {
        const ready = Promise.withResolvers<void>()
        const orders: NaiveOrders = { ...common, seed: random.seed(), life: `${round}`, task: 'work', dieAt: null }
        const child = startChild(script, orders, (event) => {
          hear(event as Heard)
          ready.resolve()
        })
        await ready.promise
        await sleep(random.between(0, 300))
        child.kill()
        await child.ended
      }
      calm = true
      await finish({ ...common, seed: 0, life: 'end' }, hear)
      return tally(vendor)
    })
  } finally {
    await vendor.close()
  }
}

/** One kill of the naive client at the moment that corresponds to a point of the desk's. */
export async function naivePointRound(moment: NaiveMoment | 'arrived', random: Random): Promise<NaiveTally> {
  let child: Child | null = null
  const reaction: Reaction = succeeds(moment === 'arrived' ? 30 : 0)
  const vendor = await playVendor({
    react: () => reaction,
    onArrival: () => {
      if (moment === 'arrived') child?.kill()
    },
  })
  try {
    return await inFolder(async (folder) => {
      const common = { file: path.join(folder, 'queue.json'), url: vendor.urls.dispute, seed: random.seed() }
      const { hear, tally } = listener()
      const dieAt = moment === 'arrived' ? null : moment
      child = startChild(script, { ...common, life: '1', task: 'file', dieAt } satisfies NaiveOrders, (event) =>
        hear(event as Heard),
      )
      await child.ended
      child = null
      await finish({ ...common, life: '2' }, hear)
      return tally(vendor)
    })
  } finally {
    await vendor.close()
  }
}
