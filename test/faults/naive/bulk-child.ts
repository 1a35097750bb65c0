import { openSync, readFileSync, writeSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { die, given, tell } from '../harness/tell.ts'

/** A moment in which the naive script is killed. */
export type NaiveRunMoment = 'sending' | 'answered' | 'writing' | 'written'

/** What the naive script is given to do. */
export interface NaiveRunOrders {
  table: string
  progress: string
  url: string
  connections: number
  /** Rows after which it writes down how far it is. */
  every: number
  dieAt: { moment: NaiveRunMoment; nth: number } | null
}

const orders = given as NaiveRunOrders
let left = orders.dieAt?.nth ?? 0
const isTime = (moment: NaiveRunMoment) => moment === orders.dieAt?.moment && (left -= 1) === 0
const at = (moment: NaiveRunMoment) => void (isTime(moment) && die())

/** How many rows are done; a file that can't be read is a fresh start. */
function doneBefore(): number {
  try {
    return (JSON.parse(readFileSync(orders.progress, 'utf8')) as { done: number }).done
  } catch {
    return 0
  }
}

const rows = readFileSync(orders.table, 'utf8').split('\r\n').slice(1)
let done = doneBefore()
let next = done
/** One write after the other, as anyone would see to. */
let turn = Promise.resolve()

async function write(): Promise<void> {
  const content = JSON.stringify({ done })
  if (isTime('writing')) {
    // A crash within `writeFile`: the file is emptied, half of the text is there.
    writeSync(openSync(orders.progress, 'w'), content.slice(0, content.length / 2))
    die()
  }
  await writeFile(orders.progress, content)
  at('written')
}

async function send(row: string): Promise<void> {
  const [action, outlet, sale, method, text = '', test] = row.split(';')
  const place = `${outlet}/${sale}/${method}`
  const body = new URLSearchParams({ text, saleID: sale ?? '' })
  for (;;) {
    at('sending')
    try {
      const response = await (action === 'create'
        ? fetch(`${orders.url}/sale-note`, { method: 'POST', body })
        : action === 'update'
          ? fetch(`${orders.url}/sale-note/${place}/${text}/${test}`, { method: 'PATCH' })
          : fetch(`${orders.url}/sale-note/${place}/${test}`, { method: 'DELETE' }))
      await response.text()
      at('answered')
      return
    } catch {
      // It is tried again.
    }
  }
}

async function work(): Promise<void> {
  for (let row = rows[next++]; row !== undefined; row = rows[next++]) {
    await send(row)
    done += 1
    if (done % orders.every === 0) await (turn = turn.then(write))
  }
}

tell({ type: 'ready' })
await Promise.all(Array.from({ length: orders.connections }, work))
await write()
process.exit(0)
