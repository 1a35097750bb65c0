import type { Database } from '#main/storage/database.ts'
import { matchOf, wordsOf } from '#main/storage/history-search/words.ts'
import { seeded } from '#test/faults/harness/random.ts'
import { rowWriter } from './history.ts'

/** What one process measured on one ledger, in milliseconds. */
export interface Work {
  commits: number[]
  /** So many rows in groups, each group on the disk. */
  bulk: number
  /** Searches by the index, and lists of fifty. */
  searches: number[]
  lists: number[]
  /** One look at every item. */
  scan: number
  /** Processor time of all but that look: it does not go by what else the machine does. */
  processor: number
}

const commitCount = 400
const bulkGroups = 40
const bulkGroupRows = 250
const searchCount = 150

const timed = (work: () => unknown): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Works on a ledger of so many items as the desk does; `from` numbers what it writes. */
export function workOn(db: Database, items: number, from: number): Work {
  const random = seeded(from)
  const inTransaction = (work: () => void) => {
    db.exec('BEGIN IMMEDIATE')
    work()
    db.exec('UPDATE ledger_identity SET commits = commits + 1')
    db.exec('COMMIT')
  }
  const claim = db.prepare("UPDATE submissions SET state = 'sent', state_at = ?, attempt_count = attempt_count + 1 WHERE id = ?")
  const found = db.prepare(`
    SELECT item.* FROM submissions AS item WHERE item.seq IN (SELECT rowid FROM submission_search WHERE submission_search MATCH ?) ORDER BY seq DESC LIMIT 50`)
  const page = db.prepare('SELECT item.* FROM submissions AS item WHERE seq < ? ORDER BY seq DESC LIMIT 50')
  const newest = db.prepare("SELECT * FROM submissions WHERE note_key = ? AND state = 'sent' ORDER BY seq DESC LIMIT 1")
  const every = db.prepare("SELECT count(*) AS count FROM submissions WHERE excerpt LIKE '%zonder index%'")
  const one = () => random.below(items)
  const keyOf = (number: number) =>
    JSON.stringify(['https://api.digiwallet.nl', '12345', String(10_000_000 + number), 'IDE', false])

  const before = process.cpuUsage()
  const searches = Array.from({ length: searchCount }, () =>
    timed(() => found.all(matchOf([], wordsOf(String(10_000_000 + one())), 'all'))),
  )
  const lists = Array.from({ length: searchCount }, () => timed(() => (page.all(one()), newest.get(keyOf(one())))))
  const commits = Array.from({ length: commitCount }, (_, at) => timed(() => inTransaction(() => claim.run(at, `item-${one()}`))))
  const write = rowWriter(db)
  const bulk = timed(() => {
    for (let group = 0; group < bulkGroups; group += 1)
      inTransaction(() => {
        for (let row = 0; row < bulkGroupRows; row += 1) write(items + from + group * bulkGroupRows + row, random)
      })
  })
  const { user, system } = process.cpuUsage(before)
  return { commits, bulk, searches, lists, processor: (user + system) / 1000, scan: timed(() => every.all()) }
}
