import path from 'node:path'
import { writeFileSync } from 'node:fs'
import { openDesk } from '#main/desk.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { inFolder, startChild } from '../harness/children.ts'
import { lookAtLedger } from '../harness/ledger-copy.ts'
import { faultPorts } from '../harness/ports.ts'
import { seeded } from '../harness/random.ts'
import { playVendor, succeeds, type Arrival, type Vendor } from '../harness/vendor.ts'
import { clerk } from '../kill/clerk.ts'
import { finish } from '../kill/lives.ts'
import { Witness } from '../kill/witness.ts'
import type { NaiveOrders } from '../naive/child.ts'

/** What two processes that started at once came to. */
export interface Pair {
  items: number
  arrived: number
  /** Processes that were told that another has the ledger. */
  refused: number
  findings: string[]
}

const naiveScript = path.join(import.meta.dirname, '../naive/child.ts')
const disputes = 8
const notes = 8

/** An outbox full of items that waited when the app was closed. */
async function fill(folder: string, { urls }: Vendor, seed: number): Promise<void> {
  const clock = new FakeClock(Date.now())
  const desk = await openDesk(faultPorts({ folder, holdSeconds: 5, clock }))
  const accounts = await vendorAccounts(desk, urls)
  await desk.start()
  const person = clerk({ desk, accounts, random: seeded(seed), life: '1', say: () => undefined })
  for (let count = 0; count < disputes; count += 1) await person.file(await person.dispute())
  for (let count = 0; count < notes; count += 1) await person.file(await person.note(true))
  await desk.close()
}

/**
 * Two processes open the same folder at once, without the lock that keeps a second app from starting: the ledger's own lock has
 * to see to it that one of them sends everything and the other is told.
 */
export async function twoAtOnce(seed: number): Promise<Pair> {
  const random = seeded(seed)
  const vendor = await playVendor({ react: () => succeeds(random.below(30)) })
  const witness = new Witness()
  try {
    return await inFolder(async (folder) => {
      await fill(folder, vendor, random.seed())
      const orders = { folder, urls: vendor.urls, epoch: Date.now(), life: '2' }
      const told = await Promise.all([1, 2].map(() => finish({ ...orders, seed: random.seed() }, null, new Witness())))
      const problems = told.filter((problem) => !problem.includes('open in another process'))
      const ledger = lookAtLedger(folder)
      witness.count(ledger, vendor.arrivals)
      const open = ledger.items.filter(({ state }) => state !== 'sent').map(({ state }) => `an item is left ${state}`)
      return {
        items: ledger.items.length,
        arrived: vendor.arrivals.length,
        refused: told.length - problems.length,
        findings: [...witness.findings.map(({ text }) => text), ...problems.filter(Boolean), ...open],
      }
    })
  } finally {
    await vendor.close()
  }
}

const twice = (arrivals: readonly Arrival[]) =>
  [...Map.groupBy(arrivals, ({ marker }) => marker).values()].filter(({ length }) => length > 1).length

/** The same with the naive client: how many arrived twice. */
export async function twoNaiveAtOnce(seed: number): Promise<number> {
  const random = seeded(seed)
  const vendor = await playVendor({ react: () => succeeds(random.below(30)) })
  try {
    return await inFolder(async (folder) => {
      const file = path.join(folder, 'queue.json')
      const queue = Array.from({ length: disputes + notes }, (_, at) => ({ marker: `m-${at}` }))
      writeFileSync(file, JSON.stringify({ drafts: {}, queue }))
      const orders: NaiveOrders = { file, url: vendor.urls.dispute, seed: 1, life: '1', task: 'finish', dieAt: null }
      await Promise.all([1, 2].map(() => startChild(naiveScript, orders, () => undefined).ended))
      return twice(vendor.arrivals)
    })
  } finally {
    await vendor.close()
  }
}
