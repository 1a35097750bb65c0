import { setTimeout as sleep } from 'node:timers/promises'
import { inFolder } from '../harness/children.ts'
import { lookAtLedger } from '../harness/ledger-copy.ts'
import { seeded, type Random } from '../harness/random.ts'
import { isProcessed, playVendor, succeeds, type Reaction } from '../harness/vendor.ts'
import type { ClerkOrders } from './events.ts'
import { finish, startClerk } from './lives.ts'
import { Witness } from './witness.ts'

/** What a vendor, and the network before it, may do on a bad day. */
export function badDay(random: Random): Reaction {
  const answers: [number, Reaction['answer']][] = [
    [70, 'success'],
    [6, 400],
    [4, 401],
    [6, 429],
    [6, 500],
    [8, 'hangs up'],
  ]
  const bag = answers.flatMap(([weight, answer]) => Array.from({ length: weight }, () => answer))
  return { answer: random.pick(bag), afterMs: random.below(50) }
}

/** One life of the clerk: killed at a moment between its first instruction and a quarter of a second of work. */
async function life(orders: ClerkOrders, random: Random, witness: Witness): Promise<string> {
  const child = startClerk('clerk-child.ts', orders, witness)
  const early = random.chance(0.15)
  const wait = random.between(0, 300)
  if (!early) await child.working
  await sleep(wait)
  child.kill()
  const { code, signal, stderr } = await child.ended
  return signal === 'SIGKILL' ? '' : `the clerk ended by itself with ${signal ?? code}: ${stderr}`
}

/** A folder's story: so many kills, then everything is finished and counted. */
export async function randomRounds(seed: number, rounds: number, name: string): Promise<Witness> {
  const random = seeded(seed)
  const witness = new Witness()
  const moods = seeded(random.seed())
  let calm = false
  const vendor = await playVendor({ react: () => (calm ? succeeds() : badDay(moods)) })
  const fail = (text: string) => text && witness.findings.push({ kind: 'other', text })
  try {
    await inFolder(async (folder) => {
      const common = { folder, urls: vendor.urls, epoch: Date.now() }
      for (let round = 0; round < rounds; round += 1) {
        fail(await life({ ...common, seed: random.seed(), life: `${name}${1000 + round}` }, random, witness))
        witness.examine(lookAtLedger(folder), folder)
      }
      calm = true
      const arrived = [...new Set(vendor.arrivals.filter(isProcessed).map(({ marker }) => marker))]
      fail(await finish({ ...common, seed: random.seed(), life: `${name}9999` }, arrived, witness))
      witness.close(lookAtLedger(folder), vendor.arrivals)
    })
  } finally {
    await vendor.close()
  }
  return witness
}
