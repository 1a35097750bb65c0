import { openDesk } from '#main/desk.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { fastClock } from '../harness/fast-clock.ts'
import { faultPorts } from '../harness/ports.ts'
import { given, tell } from '../harness/tell.ts'
import { bulkClerk } from './clerk.ts'
import { armCrash } from './crash.ts'
import { timeFactor, type BulkEvent, type BulkOrders, type SeenRun } from './orders.ts'

const orders = given as BulkOrders
const say = (event: BulkEvent) => tell(event)
const { reached } = await armCrash(orders.crash)

const watchesProgress = orders.act === 'pause' || orders.act === 'stop'
let moved = Promise.withResolvers<void>()
const onChange = () => {
  moved.resolve()
  moved = Promise.withResolvers()
}
if (orders.inCompany) setInterval(onChange, 50)
const desk = await openDesk(
  faultPorts({
    folder: orders.folder,
    holdSeconds: 0,
    clock: fastClock(timeFactor, orders.epoch),
    filesFolder: orders.table.filesFolder,
    onItems: (ids) => ids.length > 0 && onChange(),
    onRuns: (what) => (what === 'changed' || watchesProgress) && onChange(),
    onTrouble: (message, error) => say({ type: 'trouble', text: `${message}: ${String(error)}` }),
  }),
)
const seen = async () =>
  (await desk.handlers.bulk.runs(undefined)).map(({ id, state, progress }): SeenRun => ({ id, state, progress }))
say({ type: 'opened', runs: await seen() })
const accounts = await vendorAccounts(desk, orders.urls)
await desk.start()
const clerk = bulkClerk({ desk, accounts, orders, reached, changed: () => moved.promise })
await clerk.canary()
say({ type: 'asked', runs: await seen() })
await clerk.act()
if (orders.act !== 'go on') say({ type: 'acted' })
await clerk.finish()
say({ type: 'finished' })
if (orders.leaves) {
  await desk.close()
  process.exit(0)
}
// Whoever is to be killed waits for it.
setInterval(() => undefined, 1000)
