import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inFolder, type Child } from '../harness/children.ts'
import { lookAtLedger, readLedger, type LedgerCopy } from '../harness/ledger-copy.ts'
import type { Random } from '../harness/random.ts'
import { playVendor, succeeds, type Reaction, type Vendor } from '../harness/vendor.ts'
import { manyDrafts, type ClerkEvent } from './events.ts'
import { finish, startClerk } from './lives.ts'
import type { PointOrders } from './point-child.ts'
import { Witness } from './witness.ts'

/** A named moment to be killed at, what is done to get there, and how an item stands once the app has been started again. */
export interface Point {
  name: string
  /** The same moment in the naive client; null where it has none. */
  naive: 'sending' | 'arrived' | 'answered' | 'removed' | 'writing' | null
  orders: Pick<PointOrders, 'point' | 'files' | 'task'>
  /** Where the parent chooses the moment. */
  killOn?: 'arrival' | 'part' | 'chance'
  /** A life before the one that is killed at the point. */
  before?: 'killed with some under way' | 'left with many drafts'
  afterwards: string
  stands(found: { ledger: LedgerCopy; arrived: number; filed: number }): boolean
}

const small = [0, 9_000]
const states = ({ items }: LedgerCopy) => items.map(({ state }) => state)
const all = (ledger: LedgerCopy, ...wanted: string[]) => states(ledger).every((state) => wanted.includes(state))
const file = (point: PointOrders['point']): Point['orders'] => ({ point, files: small, task: 'file' })

export const points: readonly Point[] = [
  {
    name: 'before the claim is committed',
    naive: 'sending',
    orders: file('claim-uncommitted'),
    afterwards: 'sent once',
    stands: ({ ledger, arrived }) => all(ledger, 'sent') && arrived === ledger.items.length,
  },
  {
    name: 'claim committed, no byte sent',
    naive: 'sending',
    orders: file('claim-committed'),
    afterwards: 'unknown, never arrived',
    stands: ({ ledger, arrived }) =>
      all(ledger, 'unknown', 'sent') && states(ledger).includes('unknown') && arrived === ledger.items.length - 1,
  },
  {
    name: 'request half written',
    naive: 'sending',
    orders: { point: null, files: [8_000_000], task: 'file' },
    killOn: 'part',
    afterwards: 'unknown, never arrived',
    stands: ({ ledger, arrived }) => all(ledger, 'unknown') && ledger.items.length === 1 && arrived === 0,
  },
  {
    name: 'request sent, no answer yet',
    naive: 'arrived',
    orders: { point: null, files: [0, 0, 9_000, 0, 0, 0], task: 'file' },
    killOn: 'arrival',
    afterwards: 'unknown or sent, each arrived once',
    stands: ({ ledger, arrived }) =>
      all(ledger, 'unknown', 'sent') && states(ledger).includes('unknown') && arrived <= ledger.items.length,
  },
  {
    name: 'answer received, not committed',
    naive: 'answered',
    orders: file('result-uncommitted'),
    afterwards: 'unknown, arrived once',
    stands: ({ ledger, arrived }) =>
      all(ledger, 'unknown', 'sent') && states(ledger).includes('unknown') && arrived <= ledger.items.length,
  },
  {
    name: 'result committed',
    naive: 'removed',
    orders: file('result-committed'),
    afterwards: 'sent once',
    stands: ({ ledger, arrived }) => states(ledger).includes('sent') && arrived <= ledger.items.length,
  },
  {
    name: 'while saving a draft',
    naive: 'writing',
    orders: { point: 'saving', files: [0], task: 'save' },
    afterwards: 'the last saved text, or the one after it',
    stands: ({ ledger, arrived }) => ledger.drafts.length === 1 && ledger.items.length === 0 && arrived === 0,
  },
  {
    name: 'while saving, at any moment',
    naive: 'writing',
    orders: { point: null, files: [0], task: 'save' },
    killOn: 'chance',
    afterwards: 'the last saved text, or the one after it',
    stands: ({ ledger, arrived }) => ledger.drafts.length === 1 && ledger.items.length === 0 && arrived === 0,
  },
  {
    name: 'while filing',
    naive: 'writing',
    orders: { point: 'filing', files: [9_000], task: 'file' },
    afterwards: 'draft or sent item, never both or neither',
    stands: ({ ledger, arrived }) => ledger.drafts.length + ledger.items.length === 1 && arrived === ledger.items.length,
  },
  {
    name: 'while attaching a file',
    naive: null,
    orders: { point: 'attaching', files: [60_000], task: 'nothing' },
    afterwards: 'the draft, with the whole file or none',
    stands: ({ ledger }) => ledger.drafts.length === 1 && ledger.items.length === 0,
  },
  {
    name: 'during recovery',
    naive: null,
    before: 'killed with some under way',
    orders: { point: 'recovering', files: [], task: 'nothing' },
    afterwards: 'unknown, each arrived once',
    stands: ({ ledger, arrived, filed }) => all(ledger, 'unknown', 'sent') && ledger.items.length === filed && arrived <= filed,
  },
  {
    name: 'during the first opening',
    naive: null,
    orders: { point: 'opening', files: [], task: 'nothing' },
    afterwards: 'opens as new',
    stands: ({ ledger }) => ledger.drafts.length === 0 && ledger.items.length === 0,
  },
  {
    name: 'during backup and migration',
    naive: null,
    before: 'left with many drafts',
    orders: { point: 'migrating', files: [], task: 'nothing' },
    afterwards: 'all drafts there, and the backup whole',
    stands: ({ ledger }) => ledger.drafts.length === manyDrafts,
  },
]

/** Kills where the parent is to choose: on what reaches the vendor, or by chance once the clerk works. */
function killer(point: Point, random: Random) {
  let child: Child | null = null
  let left = 1 + random.below(4)
  const wait = random.between(0, 60)
  return {
    follow(next: Child) {
      child = next
    },
    onEvent({ type }: ClerkEvent) {
      if (point.killOn === 'chance' && type === 'saved') void sleep(wait).then(() => child?.kill())
    },
    onPart() {
      if (point.killOn !== 'part') return false
      child?.kill()
      return true
    },
    onArrival() {
      if ((point.killOn === 'arrival' || point.before === 'killed with some under way') && (left -= 1) === 0) child?.kill()
    },
  }
}

const backupOf = (folder: string) => readdirSync(folder).find((entry) => /\.before-\d+$/.test(entry))

/** The backup that a migration makes first, whole as far as it is there. */
function backupProblem(folder: string): string {
  const name = backupOf(folder)
  if (!name) return ''
  const backup = readLedger(path.join(folder, name))
  return backup.integrity === 'ok' && backup.drafts.length === manyDrafts ? '' : `the backup holds ${backup.drafts.length} drafts`
}

async function round(
  point: Point,
  at: number,
  random: Random,
  folder: string,
  witness: Witness,
  vendor: Vendor,
  kills: ReturnType<typeof killer>,
) {
  const fail = (text: string) => text && witness.findings.push({ kind: 'other', text: `${point.name}: ${text}` })
  const common = { folder, urls: vendor.urls, epoch: Date.now(), seed: random.seed(), life: `1${at}` }
  const idle = { point: null, variant: at, nth: 1, files: [], task: 'nothing', upgrade: false } as const
  const live = async (orders: Partial<PointOrders>, toBeKilled: boolean) => {
    const child = startClerk('point-child.ts', { ...common, ...idle, ...orders }, witness, { onEvent: kills.onEvent })
    kills.follow(child)
    const timer = setTimeout(() => {
      fail('the point was not reached')
      child.kill()
    }, 30_000)
    const { signal, code, stderr } = await child.ended
    clearTimeout(timer)
    if (toBeKilled ? signal !== 'SIGKILL' : code !== 0) fail(`a life ended with ${signal ?? code}: ${stderr}`)
    witness.examine(lookAtLedger(folder), folder)
  }
  if (point.before === 'killed with some under way') await live({ files: [0, 0, 9_000, 0, 0, 0], task: 'file' }, true)
  if (point.before === 'left with many drafts') await live({ task: 'many drafts' }, false)
  const filed = lookAtLedger(folder).items.length
  await live({ ...point.orders, upgrade: point.before === 'left with many drafts', nth: 1 }, true)
  fail(backupProblem(folder))
  if (point.orders.point === 'migrating') {
    await live({ upgrade: true, task: 'leave' }, false)
    fail(backupOf(folder) ? backupProblem(folder) : 'no backup was made')
  } else fail(await finish({ ...common, life: `2${at}` }, null, witness))
  const ledger = lookAtLedger(folder)
  witness.examine(ledger, folder)
  witness.count(ledger, vendor.arrivals)
  const stands = point.stands({ ledger, arrived: vendor.arrivals.length, filed })
  fail(
    stands
      ? ''
      : `afterwards ${states(ledger).join(', ') || 'nothing'}, ${ledger.drafts.length} drafts, ${vendor.arrivals.length} arrived`,
  )
}

/** One kill at a point, in a folder of its own. */
export async function pointRound(point: Point, at: number, random: Random): Promise<Witness> {
  const witness = new Witness()
  const kills = killer(point, random)
  const silent = point.killOn === 'arrival' || point.before === 'killed with some under way'
  const reaction: Reaction = silent ? { answer: 'success', afterMs: random.below(30) } : succeeds()
  const vendor = await playVendor({ react: () => reaction, onPart: kills.onPart, onArrival: kills.onArrival })
  try {
    await inFolder((folder) => round(point, at, random, folder, witness, vendor, kills))
  } finally {
    await vendor.close()
  }
  return witness
}
