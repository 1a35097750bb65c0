import { openDesk } from '#main/desk.ts'
import { peakBytes } from '#test/support/peak-memory.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { faultPorts } from '../harness/ports.ts'
import { given, tell } from '../harness/tell.ts'
import { operations } from './operations.ts'

/** Which operation meets the gigabyte, by which client. */
export interface GigabyteOrders {
  client: 'desk' | 'naive'
  operation: string
  folder: string
  /** A vendor that answers well, and one that answers with a gigabyte. */
  calm: string
  large: string
}

const orders = given as GigabyteOrders
const operation = operations.find(({ name }) => name === orders.operation)!

async function byDesk(origin: string, folder: string): Promise<string> {
  const desk = await openDesk(faultPorts({ folder, holdSeconds: 0 }))
  const accounts = await vendorAccounts(desk, { dispute: `${origin}/dispute`, notes: origin })
  await desk.start()
  const id = await operation.file(desk, accounts)
  while (!desk.isIdle()) await new Promise((resolve) => setTimeout(resolve, 2))
  const { state } = await desk.handlers.history.get({ id })
  await desk.close()
  return state
}

async function byFetch(origin: string): Promise<string> {
  const { method, path, body } = operation.naive
  try {
    const response = await fetch(`${origin}${path}`, { method, body })
    await response.json()
    return 'done'
  } catch {
    return 'fails'
  }
}

const send = (origin: string, folder: string) => (orders.client === 'desk' ? byDesk(origin, folder) : byFetch(origin))
await send(orders.calm, `${orders.folder}/calm`)
const before = await peakBytes()
const state = await send(orders.large, `${orders.folder}/large`)
tell({ state, addedMegabytes: Math.round(((await peakBytes()) - before) / 1024 / 1024) })
process.exit(0)
