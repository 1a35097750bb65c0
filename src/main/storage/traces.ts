import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { factsOf, submissionKindSchema } from '#shared/domain/kinds.ts'
import type { DataKeys } from './data-keys.ts'
import type { Ledger } from './ledger.ts'

/** What an item speaks of, as far as two of them can speak of the same. */
export interface TracedThing {
  kind: string
  boundOrigin: string
  accountId: string
  subject: string
  noteKey: string | null
}

interface TraceKey {
  id: string
  key: Buffer
}

const keyBytes = 32
const keyRow = z.object({ key: z.string() })

const traceKey = (key: Buffer): TraceKey => ({ id: createHash('sha256').update(key).digest('hex').slice(0, 8), key })

/** What items of a kind are the same by that have no key: their subject, as it is compared elsewhere, without capitals. */
export const aboutSubject = (kind: string, boundOrigin: string, accountId: string, subject: string): string =>
  JSON.stringify([kind, boundOrigin, accountId, subject.toLowerCase()])

/** By the table of kinds: those that leave in order are the same by their key, all others by what they are about. */
export function whatItSpeaksOf({ kind, boundOrigin, accountId, subject, noteKey }: TracedThing): string {
  const known = submissionKindSchema.options.find((name) => name === kind)
  const inOrder = known ? factsOf(known).inOrder : noteKey !== null
  return inOrder && noteKey !== null ? noteKey : aboutSubject(kind, boundOrigin, accountId, subject)
}

/** SECURITY: keyed, since an invoice number can be guessed and its plain hash then found. */
const traceOf = ({ id, key }: TraceKey, thing: string): string =>
  `${id}:${createHmac('sha256', key).update(thing).digest('base64url')}`

/** Where the key for new traces lies. */
export type TraceKeeper = 'keychain' | 'ledger' | 'nowhere'

/**
 * What stays of an item's words once they are erased: by it a second item about the same thing is noticed, and nobody can read it
 * back without the key.
 */
export interface Traces {
  /** Gets the key for new traces: `nowhere` where the keychain gives no answer, and then no text may go. */
  ready(isForVendors: boolean): Promise<TraceKeeper>
  /** Gets the keys of traces that stand in the ledger already, so that items can be compared with them. */
  recall(): Promise<void>
  /** The trace of a thing under the newest key; only after `ready`. */
  of(thing: string): string
  /** Every trace that the same thing may have left, as JSON for SQL; an empty list where nothing has a trace. */
  all(thing: string): string
  /** Where the keys of traces lie; null where there are none. */
  keeper(): 'keychain' | 'ledger' | null
  /** Whether any item has lost its words: most ledgers have none, and are spared the hashing. */
  readonly any: boolean
}

const ofVaultKey = (key: Buffer): TraceKey =>
  traceKey(Buffer.from(hkdfSync('sha256', key, '', 'Balie: traces of erased items', keyBytes)))

/**
 * Before the vault's key becomes another: what was traced under the one until now is still told apart by it. The ledger is
 * sealed by then, so that it may hold the key of its own traces.
 */
export function keepTracesOf({ db }: Pick<Ledger, 'db'>, vaultKeys: readonly Buffer[], now: number): void {
  if (!db.prepare('SELECT 1 FROM submissions WHERE trace IS NOT NULL LIMIT 1').get()) return
  const store = db.prepare('INSERT OR IGNORE INTO trace_keys (id, key, made_at) VALUES (?, ?, ?)')
  for (const { id, key } of vaultKeys.map(ofVaultKey)) store.run(id, key.toString('base64'), now)
}

export function createTraces({ db, reader }: Ledger, keys: Pick<DataKeys, 'forSealing'>): Traces {
  const some = db.prepare('SELECT 1 FROM submissions WHERE trace IS NOT NULL LIMIT 1')
  const others = db.prepare(`
    SELECT 1 FROM submissions WHERE trace IS NOT NULL AND substr(trace, 1, 8) NOT IN (SELECT id FROM trace_keys) LIMIT 1`)
  const stored = db.prepare('SELECT key FROM trace_keys ORDER BY made_at')
  const store = db.prepare('INSERT OR IGNORE INTO trace_keys (id, key, made_at) VALUES (?, ?, ?)')
  const inLedger = (): TraceKey[] => reader.made(keyRow, stored).map(({ key }) => traceKey(Buffer.from(key, 'base64')))
  const known = new Map<string, TraceKey>()
  let newest: TraceKey | null = null
  let any = some.get() !== undefined

  async function fromVault(): Promise<TraceKey | 'no-keychain' | null> {
    const answer = await keys.forSealing('live')
    if (answer.state !== 'key') return answer.state === 'no-keychain' ? 'no-keychain' : null
    return ofVaultKey(answer.key.key)
  }
  function ownKey(): TraceKey {
    const made = inLedger().at(-1) ?? traceKey(randomBytes(keyBytes))
    store.run(made.id, made.key.toString('base64'), Date.now())
    return made
  }

  return {
    get any() {
      return any
    },
    keeper: () => (some.get() === undefined ? null : inLedger().length > 0 ? 'ledger' : 'keychain'),
    async ready(isForVendors) {
      for (const key of inLedger()) known.set(key.id, key)
      // Practising never waits for a keychain.
      const key = isForVendors ? await fromVault() : 'no-keychain'
      if (key === null) return 'nowhere'
      newest = key === 'no-keychain' ? ownKey() : key
      known.set(newest.id, newest)
      return key === 'no-keychain' ? 'ledger' : 'keychain'
    },
    async recall() {
      if (!any) return
      for (const key of inLedger()) known.set(key.id, key)
      if (!others.get()) return
      const key = await fromVault()
      if (key !== null && key !== 'no-keychain') known.set(key.id, key)
    },
    of(thing) {
      if (!newest) throw new TypeError('A trace was asked for without a key')
      any = true
      return traceOf(newest, thing)
    },
    all: (thing) => JSON.stringify(any ? [...known.values()].map((key) => traceOf(key, thing)) : []),
  }
}

/** For a ledger that is only looked at by what it holds. */
export const noTraces: Pick<Traces, 'any' | 'all'> = { any: false, all: () => '[]' }
