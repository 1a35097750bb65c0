import { openDesk } from '#main/desk.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { fastClock } from '../harness/fast-clock.ts'
import { faultPorts } from '../harness/ports.ts'
import { seeded } from '../harness/random.ts'
import { given, tell } from '../harness/tell.ts'
import { clerk } from './clerk.ts'
import { timeFactor, type ClerkEvent, type ClerkOrders } from './events.ts'

const orders = given as ClerkOrders
const random = seeded(orders.seed)
const say = (event: ClerkEvent) => tell(event)

const desk = await openDesk(
  faultPorts({
    folder: orders.folder,
    holdSeconds: orders.finish ? 0 : random.pick([0, 0, 0, 5]),
    clock: fastClock(timeFactor, orders.epoch),
    onTrouble: (message, error) => say({ type: 'trouble', text: `${message}: ${String(error)}` }),
  }),
)
say({ type: 'opened', unknown: (await desk.handlers.outbox.counts(undefined)).unknown })
const accounts = await vendorAccounts(desk, orders.urls)
await desk.start()
say({ type: 'ready' })
const person = clerk({ desk, accounts, random, life: orders.life, say })
if (!orders.finish) await person.work()
else {
  await person.finish(orders.finish.arrived && new Set(orders.finish.arrived))
  await desk.close()
  process.exit(0)
}
