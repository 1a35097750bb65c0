import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDesk } from '#main/desk.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { inFolder, startChild } from '../harness/children.ts'
import { faultPorts } from '../harness/ports.ts'
import { seeded } from '../harness/random.ts'
import { playVendor, succeeds, type Arrival } from '../harness/vendor.ts'
import { clerk } from '../kill/clerk.ts'
import type { NaiveOrders } from '../naive/child.ts'
import type { DeskEnd, DeskOrders } from './desk-child.ts'

const notes = 12
const drafts = 3

/** A data folder in the course of a round, and the copies that were made of it. */
interface Scene {
  folder: string
  /** From before anything left, when the app was closed. */
  backup: string
  /** Made while the app was sending. */
  whileSending: string
  /** What the kill left of the log. */
  log: string
}

const put = (from: string, to: string) => {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
}
const logOf = (folder: string) => path.join(folder, 'ledger.sqlite-wal')

/** What somebody does to the folder between the end of one start and the next. */
export interface Meddling {
  name: string
  /** How the sending session ends. */
  ends: 'closed' | 'killed'
  do(scene: Scene): void
  /** What the next start has to say; null where nothing may be said. */
  doubts: readonly (string | null)[]
  /** The naive client has one file and no log. */
  naive: boolean
}

export const meddlings: readonly Meddling[] = [
  { name: 'nothing, after a kill', ends: 'killed', do: () => undefined, doubts: [null], naive: false },
  {
    name: 'a backup is put back in place',
    ends: 'closed',
    do: ({ folder, backup }) => cpSync(path.join(backup, 'ledger.sqlite'), path.join(folder, 'ledger.sqlite')),
    doubts: ['older-copy'],
    naive: true,
  },
  {
    name: 'a backup is renamed in',
    ends: 'closed',
    do({ folder, backup }) {
      cpSync(path.join(backup, 'ledger.sqlite'), path.join(folder, 'new'))
      renameSync(path.join(folder, 'new'), path.join(folder, 'ledger.sqlite'))
    },
    doubts: ['older-copy'],
    naive: false,
  },
  {
    name: 'the whole folder is put back',
    ends: 'closed',
    do: ({ folder, backup }) => put(backup, folder),
    doubts: ['older-copy'],
    naive: false,
  },
  {
    name: 'a backup is put back beside the log of a kill',
    ends: 'killed',
    do: ({ folder, backup }) => cpSync(path.join(backup, 'ledger.sqlite'), path.join(folder, 'ledger.sqlite')),
    doubts: ['older-copy', 'log-other'],
    naive: false,
  },
  {
    name: 'cp -r while sending, put back after a kill',
    ends: 'killed',
    do: ({ folder, whileSending }) => put(whileSending, folder),
    doubts: ['older-copy', 'log-other'],
    naive: false,
  },
  {
    name: 'cp -r while sending, put back after a quit',
    ends: 'closed',
    do: ({ folder, whileSending }) => put(whileSending, folder),
    doubts: ['older-copy', 'log-other'],
    naive: false,
  },
  {
    name: 'the log is deleted after a kill',
    ends: 'killed',
    do: ({ folder }) => rmSync(logOf(folder), { force: true }),
    doubts: ['log-lost'],
    naive: false,
  },
  {
    name: 'the log of a copy made while sending is put in the place of that of a kill',
    ends: 'killed',
    do: ({ folder, whileSending }) => cpSync(logOf(whileSending), logOf(folder)),
    doubts: ['older-copy', 'log-other'],
    naive: false,
  },
]

/** What a round came to. */
export interface Round {
  arrived: number
  twice: number
  asking: number
  findings: string[]
}

const twiceIn = (arrivals: readonly Arrival[]) =>
  [...Map.groupBy(arrivals, ({ marker }) => marker).values()].filter(({ length }) => length > 1).length

async function fill(folder: string, stateFolder: string, urls: DeskOrders['urls'], seed: number): Promise<void> {
  // The hold lasts as long as this clock stands still.
  const desk = await openDesk(faultPorts({ folder, stateFolder, holdSeconds: 0.05, clock: new FakeClock(Date.now()) }))
  const accounts = await vendorAccounts(desk, urls)
  await desk.start()
  const person = clerk({ desk, accounts, random: seeded(seed), life: '1', say: () => undefined })
  for (let count = 0; count < drafts; count += 1) await person.note(true)
  for (let count = 0; count < notes; count += 1) await person.file(await person.note(true))
  await desk.close()
}

const child = (orders: DeskOrders) => {
  let end: DeskEnd | null = null
  const started = startChild(path.join(import.meta.dirname, 'desk-child.ts'), orders, (event) => (end = event as DeskEnd))
  return { ...started, end: () => end }
}

/**
 * Notes wait, a start sends them and ends, somebody meddles with the folder, and the app starts again: nothing may arrive
 * twice, the doubt is told where there is one and not where there is none, and the drafts are there.
 */
export async function meddledRound(meddling: Meddling, seed: number): Promise<Round> {
  const random = seeded(seed)
  const [copyAt, killAt] = [1 + random.below(4), 6 + random.below(4)]
  let onArrival: (count: number) => void = () => undefined
  const vendor = await playVendor({
    react: () => succeeds(20 + random.below(20)),
    onArrival: () => onArrival(vendor.arrivals.length),
  })
  try {
    return await inFolder(async (root) => {
      const at = (name: string) => path.join(root, name)
      const scene = { folder: at('data'), backup: at('backup'), whileSending: at('sending'), log: at('log') }
      const orders = { folder: scene.folder, stateFolder: at('state'), urls: vendor.urls }
      mkdirSync(scene.folder)
      await fill(scene.folder, orders.stateFolder, vendor.urls, random.seed())
      put(scene.folder, scene.backup)

      const sending = child(orders)
      onArrival = (count) => {
        if (count === copyAt) put(scene.folder, scene.whileSending)
        if (count === killAt && meddling.ends === 'killed') sending.kill()
      }
      await sending.ended
      await vendor.settled()
      onArrival = () => undefined
      meddling.do(scene)

      const next = child(orders)
      const { code, stderr } = await next.ended
      await vendor.settled()
      const end = next.end()
      const findings: string[] = []
      if (code !== 0 || !end) findings.push(`the next start ended with ${code}: ${stderr.slice(0, 500)}`)
      else if (!meddling.doubts.includes(end.doubt)) findings.push(`said ${end.doubt}`)
      if (end && end.drafts !== drafts) findings.push(`${end.drafts} drafts of ${drafts}`)
      return { arrived: vendor.arrivals.length, twice: twiceIn(vendor.arrivals), asking: end?.asking ?? 0, findings }
    })
  } finally {
    await vendor.close()
  }
}

/** The same with the naive client, whose file is put back: how many arrived twice. */
export async function naiveMeddledRound(seed: number): Promise<number> {
  const vendor = await playVendor({ react: () => succeeds(1) })
  try {
    return await inFolder(async (folder) => {
      const file = path.join(folder, 'queue.json')
      const queue = Array.from({ length: notes }, (_, at) => ({ marker: `m-${at}` }))
      const backup = JSON.stringify({ drafts: {}, queue })
      const orders: NaiveOrders = { file, url: vendor.urls.dispute, seed, life: '1', task: 'finish', dieAt: null }
      for (let start = 0; start < 2; start += 1) {
        writeFileSync(file, backup)
        await startChild(path.join(import.meta.dirname, '../naive/child.ts'), orders, () => undefined).ended
      }
      return existsSync(file) ? twiceIn(vendor.arrivals) : 0
    })
  } finally {
    await vendor.close()
  }
}
