import { Pool } from 'undici'
import { benchKey, notePath, readNotes } from './notes.ts'

/** What sending everything cost without a ledger. */
export interface RawCost {
  ms: number
  sent: number
}

/** The same requests over undici's own pool: a script that does not know afterwards which ones arrived. */
const [url = '', path = '', connections = ''] = process.argv.slice(2)
const headers = {
  accept: 'application/json',
  authorization: `Bearer ${benchKey}`,
  'content-type': 'application/x-www-form-urlencoded',
}
const rows = (await readNotes(path)).values()
const pool = new Pool(url, { connections: Number(connections) })
let sent = 0

async function connection() {
  for (const row of rows) {
    const body = new URLSearchParams(Object.entries(row)).toString()
    const answer = await pool.request({ path: notePath, method: 'POST', headers, body })
    const { status } = (await answer.body.json()) as { status: number }
    if (status === 0) sent += 1
  }
}

const from = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, connection))
const ms = performance.now() - from
await pool.close()
process.send?.({ ms, sent } satisfies RawCost)
process.disconnect?.()
