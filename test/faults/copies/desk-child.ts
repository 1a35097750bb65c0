import { setTimeout as sleep } from 'node:timers/promises'
import { openDesk } from '#main/desk.ts'
import { vendorAccounts, type VendorUrls } from '../harness/accounts.ts'
import { faultPorts } from '../harness/ports.ts'
import { given, tell } from '../harness/tell.ts'

/** A desk that starts on a folder, sends what it sends by itself, and closes. */
export interface DeskOrders {
  folder: string
  stateFolder: string
  urls: VendorUrls
}

/** What came of it. */
export interface DeskEnd {
  doubt: string | null
  asking: number
  drafts: number
}

const { folder, stateFolder, urls } = given as DeskOrders
let doubt: string | null = null
const desk = await openDesk(faultPorts({ folder, stateFolder, holdSeconds: 0, onDoubt: (found) => (doubt = found) }))
await vendorAccounts(desk, urls)
await desk.start()
while (desk.unsent() > 0 || !desk.isIdle()) await sleep(5)
const { asking } = await desk.handlers.outbox.counts(undefined)
const drafts = (await desk.handlers.drafts.list({ kind: 'note' })).total
tell({ doubt, asking, drafts } satisfies DeskEnd)
await desk.close()
process.exit(0)
