import { openDesk } from '#main/desk.ts'
import { systemClock, type Clock } from '#main/submissions/clock.ts'
import { vendorAccounts, type VendorUrls } from '../harness/accounts.ts'
import { faultPorts } from '../harness/ports.ts'
import { given, tell } from '../harness/tell.ts'

/** What a process in some time zone is to do: file an item, or look at the one that is there. */
export interface ZoneOrders {
  folder: string
  urls: VendorUrls
  task: 'file' | 'look'
  /** The moment that this computer believes it is; time stands still, so that both see the same. */
  now: number
  /** When the naive client's item is to leave, as its file says. */
  naiveText: string | null
}

/** The moments of an item as a screen gets them. */
export interface Seen {
  createdAt: string
  stateAt: string
  notBefore: string | null
  naiveText: string
  naiveLeavesAt: number
}

const orders = given as ZoneOrders
const clock: Clock = { ...systemClock, now: () => orders.now }
const desk = await openDesk(faultPorts({ folder: orders.folder, holdSeconds: 60, clock }))
const { digiwallet } = await vendorAccounts(desk, orders.urls)
await desk.start()
const { drafts, notes, outbox } = desk.handlers
if (orders.task === 'file') {
  const note = {
    action: 'create' as const,
    outletID: '12345',
    saleID: '1001',
    paymentMethodCode: 'IDE',
    text: 'Factuur 1',
    test: false,
  }
  const draft = await drafts.create({ kind: 'note', accountId: digiwallet, fields: note })
  await notes.submit({ draftId: draft.id })
}
const [item] = (await outbox.list({ cursor: null, limit: 200 })).items
// As many a program writes it: the time that a person reads on their clock.
const naiveText = orders.naiveText ?? new Date(orders.now + 60_000).toLocaleString('sv-SE')
if (item) {
  const { createdAt, stateAt, notBefore } = item
  tell({ createdAt, stateAt, notBefore, naiveText, naiveLeavesAt: new Date(naiveText).getTime() } satisfies Seen)
}
await desk.close()
process.exit(0)
