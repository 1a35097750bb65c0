import { given, tell } from '../harness/tell.ts'
import { naiveClient } from './client.ts'

/** Work for the naive client on a failing disk: so many drafts, every other one filed and sent. */
export interface NaiveDiskOrders {
  file: string
  url: string
  life: string
  drafts: number
}

const orders = given as NaiveDiskOrders
const client = naiveClient({ file: orders.file, url: orders.url })
await client.open()
for (let count = 1; count <= orders.drafts; count += 1) {
  const id = `d-${orders.life}-${count}`
  const marker = `m-${orders.life}-${count}-${'x'.repeat(2_000)}`
  try {
    await client.save(id, marker)
    tell({ type: 'saved', draft: id })
    if (count % 2 === 0) continue
    await client.submit(id)
    tell({ type: 'filed', draft: id, marker })
    await client.sendNext()
  } catch {
    // It says so on screen and goes on.
  }
}
tell({ type: 'finished', drafts: client.drafts() })
process.exit(0)
