import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { openDesk } from '#main/desk.ts'
import { failureOf } from '#main/ipc/failure.ts'
import { vendorAccounts, type VendorUrls } from '../harness/accounts.ts'
import { fastClock } from '../harness/fast-clock.ts'
import { faultPorts } from '../harness/ports.ts'
import { seeded } from '../harness/random.ts'
import { given, tell } from '../harness/tell.ts'
import { clerk } from '../kill/clerk.ts'
import { timeFactor, type ClerkEvent } from '../kill/events.ts'
import { idOf } from './ids.ts'

/** An office day on a disk that fails. */
export interface DiskOrders {
  folder: string
  urls: VendorUrls
  life: string
  epoch: number
  /** Rounds of work: two disputes with a file and two notes each. */
  rounds: number
}

/** What a person is told when something could not be kept. */
export type DiskEvent =
  | ClerkEvent
  | { type: 'refused'; message: string }
  | { type: 'not opened'; message: string }
  | { type: 'waits' }

const orders = given as DiskOrders
const say = (event: DiskEvent) => tell(event)
const sentenceOf = (error: unknown) => {
  const { message, fields } = failureOf(error)
  const [first = message] = Object.values(fields ?? {}).flat()
  return 'id' in first ? first.id : first.text
}

// Names that are known beforehand, so that faults can be aimed at the vault's files.
let made = 0
crypto.randomUUID = () => idOf(orders.life, (made += 1))
syncBuiltinESMExports()

async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    const message = sentenceOf(error)
    say({ type: 'refused', message: message === 'failure.internal' ? `${message} (${String(error)})` : message })
    return null
  }
}

const opened = await openDesk(
  faultPorts({ isFirstStart: true, folder: orders.folder, holdSeconds: 0, clock: fastClock(timeFactor, orders.epoch) }),
).catch((error: unknown) => {
  say({ type: 'not opened', message: sentenceOf(error) })
  process.exit(0)
})
const desk = opened
const accounts = await attempt(() => vendorAccounts(desk, orders.urls))
if (!accounts) process.exit(0)
await desk.start()
const person = clerk({ desk, accounts, random: seeded(Number(orders.life)), life: orders.life, say })

for (let round = 0; round < orders.rounds; round += 1) {
  const earlier = (await attempt(async () => desk.handlers.drafts.list({ kind: 'dispute' })))?.items ?? []
  for (const { id } of earlier.slice(0, 2)) await attempt(async () => person.save(await desk.handlers.drafts.get({ id })))
  for (const filed of [true, false]) {
    const dispute = await attempt(() => person.dispute())
    if (dispute) {
      await attempt(() => person.attach(dispute, 20_000))
      await attempt(() => person.save(dispute))
      const now = await attempt(() => desk.handlers.drafts.get({ id: dispute.id }) as Promise<typeof dispute>)
      if (filed && now) await attempt(() => person.file(now))
    }
    const note = await attempt(() => person.note())
    if (note && filed) await attempt(() => person.file(note))
  }
}
say({ type: 'waits' })
await desk.close()
say({ type: 'finished' })
process.exit(0)
