import { describe, type Payload } from '#shared/vendors/index.ts'
import type { Ledger } from '#main/storage/ledger.ts'
import { seeded, type Random } from '#test/faults/harness/random.ts'
import { testAccount } from '#test/support/desk.ts'
import { names, words } from '../customers.ts'

export const start = Date.UTC(2007, 0, 1)
const dayMs = 86_400_000
/** Ten thousand a week. */
export const perDay = 1400
const scope = 'https://api.billink.nl'
export const accounts = ['a1b2', 'c3d4', 'e5f6'] as const

const first = ['Sanne', 'Daan', 'Emma', 'Sem', 'Zoë', 'Lucas', 'Julia', 'Finn', 'Mila', 'Levi', 'Anna', 'Noah']
/** What half of the items say, and those alone that arrived. */
export const halfWord = 'dubbel geleverd'

/** One item of the years that this computer remembers: half are disputes, one in twenty was refused, none of those with the word of half. */
function itemOf(number: number, random: Random) {
  const hasWord = number % 2 === 0
  const isDispute = random.below(2) === 0
  const customer = `${random.pick(first)} ${random.pick(names)}`
  const email = `${customer.toLowerCase().replaceAll(/[^a-z]/g, '.')}${number % 97}@example.nl`
  const text = `${hasWord ? halfWord : 'niet gekregen'} ${Array.from({ length: 9 }, () => random.pick(words)).join(' ')}`
  const subject = isDispute ? `F-${10_000_000 + number}` : String(10_000_000 + number)
  const state = hasWord ? 'sent' : random.below(10) === 0 ? 'rejected' : random.below(4) === 0 ? 'closed' : 'sent'
  const payload: Payload = isDispute
    ? {
        kind: 'dispute',
        dispute: {
          invoice: subject,
          customerName: customer,
          customerEmail: email,
          category: 'retour',
          locale: 'nl',
          message: text,
        },
      }
    : {
        kind: 'note',
        action: 'create',
        target: { outletID: '12345', saleID: subject, paymentMethodCode: 'IDE', test: false },
        text,
      }
  const told = describe(payload, scope)
  return {
    ...told,
    id: `item-${number}`,
    account: random.pick([...accounts]),
    at: start + Math.floor(number / perDay) * dayMs + (number % perDay) * 1000,
    state,
    payload: JSON.stringify(payload),
    number: String(900_000 + number),
    reason: state === 'rejected' ? JSON.stringify({ text: 'Factuur niet gevonden' }) : null,
  }
}

/** Fills a ledger with so many items, each with its try. */
export function writeYears({ db, transaction }: Pick<Ledger, 'db' | 'transaction'>, count: number): void {
  const random = seeded(11)
  for (const id of accounts) {
    const { settings } = testAccount(id, 'billink')
    db.prepare('INSERT INTO accounts (id, settings, created_at) VALUES (?, ?, ?)').run(id, JSON.stringify(settings), start)
  }
  const item = db.prepare(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context,
      excerpt, test, note_key, attempt_count, vendor_number, reason)
    VALUES (?, ?, ?, 'Winkel', 'production', '${scope}', ?, ?, ?, ?, '', ?, ?, ?, 0, ?, 1, ?, ?)`)
  const attempt = db.prepare(`
    INSERT INTO attempts (submission_id, number, started_at, ended_at, progress, method, host, body_bytes, status, answer, state_after)
    VALUES (?, 1, ?, ?, 'answered', 'POST', 'api.billink.nl', 210, ?, ?, ?)`)
  // Its try is written first, so that the ledger finds the item by its answer from the beginning.
  db.exec('PRAGMA foreign_keys = OFF')
  const group = 10_000
  for (let from = 0; from < count; from += group)
    transaction(() => {
      for (let number = from; number < Math.min(count, from + group); number += 1) {
        const one = itemOf(number, random)
        const sent = one.state === 'rejected' ? 422 : 201
        attempt.run(one.id, one.at + 400, one.at + 900, sent, `{"id":${one.number},"status":"open"}`, one.state)
        item.run(
          one.id,
          one.kind,
          one.account,
          one.state,
          one.at + 900,
          one.at,
          one.payload,
          one.subject,
          one.context,
          one.excerpt,
          one.noteKey,
          one.number,
          one.reason,
        )
      }
    })
}
