import type { Database } from '../database.ts'
import * as z from 'zod'
import { LedgerInUse } from '../ledger-failures.ts'
import { isSameHost, type Holder, type Host } from './host.ts'

const holderSchema = z.object({
  session: z.string(),
  host: z.string(),
  boot: z.string(),
  pid: z.number(),
  started: z.string(),
  heartbeat: z.number(),
})

/** Who has the ledger open, or had when it ended without a word. */
export function readHolder(db: Database): Holder | null {
  const row = db.prepare('SELECT session, host, boot, pid, started, heartbeat FROM ledger_lock').get()
  return row ? holderSchema.parse(row) : null
}

/** A session is of one folder: the lock in a copy that lies elsewhere holds nobody off. */
export const sessionIn = (key: string, random: string): string => `${key}.${random}`

/**
 * What a lock is to whoever comes: none, one that is left over, one of a process that runs here, or one of another computer,
 * of which nobody here can know whether it still runs.
 */
export function standingOf(holder: Holder | null, key: string, host: Host, now: number): 'free' | 'in-use' | 'elsewhere' {
  if (!holder) return 'free'
  if (!isSameHost(holder, host.self)) return 'elsewhere'
  if (!holder.session.startsWith(sessionIn(key, ''))) return 'free'
  const { pid, started, boot } = host.self
  // A process opens a ledger once: this is a leftover of its own.
  if (holder.pid === pid && holder.started === started && holder.boot === boot) return 'free'
  return host.isAlive(holder, now) ? 'in-use' : 'free'
}

/** Takes the lock; within a transaction. Fails where someone else was quicker since it was looked at. */
export function takeLock(db: Database, file: string, seen: Holder | null, mine: Holder): void {
  const now = readHolder(db)
  if (now?.session !== seen?.session && now?.session !== mine.session) throw new LedgerInUse(file)
  db.prepare(`
    INSERT OR REPLACE INTO ledger_lock (one, session, host, boot, pid, started, heartbeat)
    VALUES (1, :session, :host, :boot, :pid, :started, :heartbeat)`).run({ ...mine })
}

/** Says that the session still runs; false where another one took the ledger over. */
export const beat = (db: Database, session: string, now: number): boolean =>
  db.prepare('UPDATE ledger_lock SET heartbeat = ? WHERE session = ?').run(now, session).changes === 1

/** Gives the lock back, where it is still held. */
export const dropLock = (db: Database, session: string): void =>
  void db.prepare('DELETE FROM ledger_lock WHERE session = ?').run(session)
