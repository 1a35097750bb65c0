import { migrations } from '#main/storage/migrations/index.ts'
import { openDesk } from '#main/desk.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { faultPorts } from '../harness/ports.ts'
import { seeded } from '../harness/random.ts'
import { given, tell } from '../harness/tell.ts'
import { clerk } from './clerk.ts'
import { manyDrafts, type ClerkEvent, type ClerkOrders } from './events.ts'
import { arm, type CrashPoint } from './points.ts'

/** What is done before, and at, the moment of the crash. */
export interface PointOrders extends Omit<ClerkOrders, 'drain'> {
  point: CrashPoint | null
  variant: number
  nth: number
  /** Disputes to file, with files of so many bytes. */
  files: number[]
  task: 'file' | 'save' | 'many drafts' | 'nothing' | 'leave'
  /** With the next version's migration, which none is yet. */
  upgrade: boolean
}

const orders = given as PointOrders
const say = (event: ClerkEvent) => tell(event)

if (orders.upgrade) {
  const later = 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT; UPDATE drafts SET source_id = source_id'
  ;(migrations as string[]).push(later)
}
if (orders.point) await arm(orders.point, orders.variant, orders.nth)
const desk = await openDesk(
  faultPorts({
    folder: orders.folder,
    holdSeconds: 0,
    onTrouble: (message, error) => say({ type: 'trouble', text: `${message}: ${String(error)}` }),
  }),
)
say({ type: 'opened', unknown: (await desk.handlers.outbox.counts(undefined)).unknown })
const accounts = await vendorAccounts(desk, orders.urls)
await desk.start()
say({ type: 'ready' })
const person = clerk({ desk, accounts, random: seeded(orders.seed), life: orders.life, say })
const drafts = []
if (orders.task === 'many drafts') for (let count = manyDrafts; count > 0; count -= 1) await person.dispute('x'.repeat(100_000))
for (const bytes of orders.files) {
  const draft = await person.dispute()
  if (bytes > 0) await person.attach(draft, bytes)
  drafts.push((await desk.handlers.drafts.get({ id: draft.id })) ?? draft)
}
if (orders.task === 'file') for (const draft of drafts) await person.file(draft)
// Whoever is to be killed waits for it.
if (orders.task === 'nothing') setInterval(() => undefined, 1000)
if (orders.task === 'save') for (;;) await person.save(await desk.handlers.drafts.get({ id: drafts[0]!.id }))
if (orders.task === 'many drafts' || orders.task === 'leave') {
  await desk.close()
  process.exit(0)
}
