import * as z from 'zod'
import { payloadSchema, type Payload } from '#shared/vendors/index.ts'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'
import { customerKeys } from './migrations/0013-known-customers.ts'

/** More than these are of no help; who types on narrows them. */
const shown = 8
/** So many different names are looked at, each by one step in the index: what it takes does not grow with the ledger. */
const keysRead = 40
/** One surname, many customers: the newest of them. */
const newestOfKey = 8
/** One letter begins too many names. */
const fewestCharacters = 2

const keySchema = z.object({ key: z.string() })
const seqSchema = z.object({ seq: z.number() })
const itemSchema = z.object({ context: z.string(), created_at: time, payload: jsonColumn(payloadSchema) })

/** The newest item about a customer. */
export interface CustomerItem {
  readonly payload: Payload
  readonly createdAt: z.output<typeof time>
}

/** Customers of an account's disputes, by what their name, surname or e-mail address begins with: the newest dispute of each. */
export function knownCustomers({ db, reader }: Ledger) {
  const lookups = Object.entries(customerKeys).map(([name, key]) => {
    const from = `FROM submissions INDEXED BY submissions_customer_${name} WHERE kind = 'dispute.create' AND account_id = :account`
    return {
      first: db.prepare(`SELECT ${key} AS key ${from} AND ${key} >= :from AND ${key} < :to ORDER BY ${key} LIMIT 1`),
      next: db.prepare(`SELECT ${key} AS key ${from} AND ${key} > :from AND ${key} < :to ORDER BY ${key} LIMIT 1`),
      newest: db.prepare(`SELECT seq ${from} AND ${key} = :key ORDER BY seq DESC LIMIT ${newestOfKey}`),
    }
  })
  const one = db.prepare("SELECT * FROM submissions WHERE seq = ? AND state <> 'withdrawn'")

  function newestBy({ first, next, newest }: (typeof lookups)[number], account: string, text: string): number[] {
    const found: number[] = []
    // Above every text that begins so.
    const to = `${text}\u{10FFFF}`
    let [at] = reader.made(keySchema, first, { account, from: text, to })
    for (let read = 0; at && read < keysRead; read += 1) {
      found.push(...reader.made(seqSchema, newest, { account, key: at.key }).map(({ seq }) => seq))
      ;[at] = reader.made(keySchema, next, { account, from: at.key, to })
    }
    return found
  }

  return (account: string, typed: string): CustomerItem[] => {
    const text = typed.replaceAll('\0', '').trimStart()
    if (Array.from(text).length < fewestCharacters) return []
    const newest = new Set(lookups.flatMap((lookup) => newestBy(lookup, account, text)))
    const customers = new Map<string, CustomerItem>()
    for (const seq of [...newest].toSorted((a, b) => b - a)) {
      if (customers.size >= shown) break
      const [item] = reader.all('submissions', itemSchema, one, seq)
      const customer = item?.context.toLowerCase() ?? ''
      if (item && !customers.has(customer)) customers.set(customer, { payload: item.payload, createdAt: item.created_at })
    }
    return [...customers.values()]
  }
}
