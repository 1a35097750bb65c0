import type { Ledger } from '#main/storage/ledger.ts'
import { testAccount } from '#test/support/desk.ts'
import { names, words } from '../customers.ts'
import { seeded, type Random } from '#test/faults/harness/random.ts'

export const accountId = 'digiwallet'

const at = Date.UTC(2026, 0, 1)

const sentence = (random: Random): string => Array.from({ length: 9 }, () => random.pick(words)).join(' ')

/** One note as a bulk run leaves it, in the columns of the ledger. */
export function noteOf(number: number, random: Random) {
  const sale = String(10_000_000 + number)
  const text = `${random.pick(names)} ${sentence(random)}`
  return {
    id: `item-${number}`,
    payload: JSON.stringify({
      kind: 'note.create',
      fields: { action: 'create', outletID: '12345', saleID: sale, paymentMethodCode: 'IDE', text, test: false },
    }),
    subject: sale,
    excerpt: text,
    key: JSON.stringify(['https://api.digiwallet.nl', '12345', sale, 'IDE', false]),
  }
}

/** Writes this many items that were sent, each with its try and its words in the search index. */
export function writeHistory({ db, transaction }: Pick<Ledger, 'db' | 'transaction'>, count: number, group = 10_000): void {
  const random = seeded(7)
  db.prepare('INSERT OR IGNORE INTO accounts (id, settings, created_at) VALUES (?, ?, ?)').run(
    accountId,
    JSON.stringify(testAccount(accountId, 'digiwallet').settings),
    at,
  )
  const writer = rowWriter(db)
  for (let first = 0; first < count; first += group)
    transaction(() => {
      for (let number = first; number < Math.min(count, first + group); number += 1) writer(number, random)
    })
}

/** Writes one item with its try, as it is once it was sent; the ledger itself keeps its words. */
export function rowWriter(db: Ledger['db']) {
  const item = db.prepare(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context,
      excerpt, test, note_key, attempt_count, vendor_number)
    VALUES (?, 'note.create', '${accountId}', 'Winkel', 'production', 'https://api.digiwallet.nl', 'sent', ?, ?, ?, '', ?, '12345 · IDE', ?, 0, ?, 1, ?)`)
  const attempt = db.prepare(`
    INSERT INTO attempts (submission_id, number, started_at, ended_at, progress, method, host, body_bytes, status, answer, state_after)
    VALUES (?, 1, ?, ?, 'answered', 'POST', 'api.digiwallet.nl', 210, 201, '{"salesNoteId":881}', 'sent')`)
  return (number: number, random: Random) => {
    const { id, payload, subject, excerpt, key } = noteOf(number, random)
    item.run(id, at + number, at + number, payload, subject, excerpt, key, String(number))
    attempt.run(id, at + number, at + number)
  }
}
