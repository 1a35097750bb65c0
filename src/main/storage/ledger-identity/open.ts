import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Keychain } from '../keychain.ts'
import { LedgerDamaged, LedgerMissing, LedgerOnNetwork, LedgerSealed } from '../ledger-failures.ts'
import { noKeys, type LedgerKeys } from '../ledger-seal/keys.ts'
import { keyOfLedger } from '../ledger-seal/open-key.ts'
import { sealClosed, sealNow } from '../ledger-seal/seal-now.ts'
import { openLedger } from '../ledger.ts'
import { claimsWriter, createAnchor, folderKey, mainSlot, type ClaimsOwner } from './anchor.ts'
import { closeKeepingLog } from './close-keeping-log.ts'
import type { LedgerDoubt } from './doubt.ts'
import type { Host } from './host.ts'
import { beat, dropLock, sessionIn, takeLock } from './lock.ts'
import { isForVendors } from './inspect.ts'
import { lookAtFolder, type LookDeps } from './look.ts'
import { hasBeenThrough, readMark } from './mark.ts'
import { networkKindOf } from './network-folder.ts'
import { renewIdentity, restoredMark, type LedgerRecord, type Renewal } from './renew.ts'
import { setAside } from './set-aside.ts'
import { asDamage } from './sqlite-damage.ts'
import { createUntouched } from './untouched.ts'
import { checkInThread, type WholeCheck } from './whole-check.ts'
import { createWitness } from './witness.ts'

/** What is asked of a person before the ledger is touched. */
export interface LedgerQuestions {
  /** Whether to begin with an empty ledger; all that is there is kept aside. */
  startEmpty(why: LedgerDamaged | LedgerMissing | LedgerSealed): Promise<boolean>
  takeOver: LookDeps['takeOver']
}

export interface OwnLedgerDeps {
  file: string
  /** On this computer's disk, and outside the folder of the ledger. */
  stateFolder: string
  keychain: Keychain
  /** What ledgers are sealed under; without it one that lies open stays so. */
  keys?: LedgerKeys
  /** The folder that the ledger was moved from by this app, with what is remembered of it there. */
  movedFrom?: string | null
  host: Host
  questions: LedgerQuestions
  now(): number
  log(message: string, error: unknown): void
  networkKind?: (folder: string) => string | null
  /** How a ledger is read whole after its start. */
  checkWhole?: WholeCheck
  /** A ledger that is no larger is read whole before it is opened. */
  atOnceBytes?: number
}

/** How often the lock says that this process still runs. */
const heartbeatMs = 10_000

/**
 * Opens the ledger of a data folder for this process alone. Before SQLite writes anything it is known whether the ledger is
 * the one that was last here: not damaged, not missing, not without its log, not held by someone else. Whether it is an
 * older copy is known once `settle` has asked the keychain, and until then nothing may be sent.
 */
export async function openOwnLedger(deps: OwnLedgerDeps): Promise<OwnLedger> {
  const { file, questions, now } = deps
  const folder = path.dirname(file)
  const network = (deps.networkKind ?? networkKindOf)(folder)
  if (network) throw new LedgerOnNetwork(file, network)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return await open(deps, false)
  } catch (reason) {
    // A file that is read whole later may be broken where it is read first.
    const error = asDamage(file, reason)
    if (!(error instanceof LedgerDamaged || error instanceof LedgerMissing || isKeyGone(error))) throw error
    if (!(await questions.startEmpty(error))) throw error
    setAside(file, now())
    return await open(deps, true)
  }
}

/** A keychain that is locked gives the key later, and the ledger waits for that; one that has no such key never does. */
const isKeyGone = (error: unknown): error is LedgerSealed =>
  error instanceof LedgerSealed && (error.reason === 'missing' || error.reason === 'other')

async function open(deps: OwnLedgerDeps, emptied: boolean) {
  const { file, stateFolder, keychain, keys = noKeys, movedFrom = null, host, questions, now, log } = deps
  const folder = folderKey(path.dirname(file))
  const anchor = createAnchor(stateFolder, folder)
  const witness = createWitness({ keychain, anchor, key: folder })
  const here = anchor.read()
  const isMoved = here.record === null && movedFrom !== null
  const remembered = isMoved ? createAnchor(stateFolder, folderKey(movedFrom)).read() : here
  const untouched = createUntouched(stateFolder, folder, file, deps.atOnceBytes)
  const isUntouched = untouched.take()
  const looked = await lookAtFolder({
    file,
    isUntouched,
    sealedUnder: await keyOfLedger(file, keys),
    key: folder,
    host,
    remembered,
    mayBeNew: emptied,
    takeOver: questions.takeOver,
    now,
  })

  const { key, inspected } = await sealNow({ file, keys, looked, now: now(), log })
  const ledger = openLedger(file, key, inspected)
  const session = sessionIn(folder, randomUUID())
  ledger.setOwner({ session, publish: claimsWriter(anchor.claimsFile, mainSlot) })
  const before = readMark(ledger.db)
  const opened = (beyond?: Renewal['beyond']): LedgerRecord =>
    renewIdentity(ledger, { event: isMoved ? 'moved' : 'opened', at: now(), ...(beyond && { beyond }) }, () =>
      takeLock(ledger.db, file, looked.holder, { ...host.self, session, heartbeat: now() }),
    )
  // Asked before the ledger goes on: does it know what was last seen here?
  const knows = (record: LedgerRecord) => emptied || hasBeenThrough(ledger.db, record)
  const knowsRemembered = remembered.record === null || knows(remembered.record)
  const claimsAhead = !emptied && remembered.claims > before.claims
  let current: LedgerRecord
  try {
    // Of a ledger that was never opened this computer knows before anything else, so that a crash right here is no stranger.
    if (before.generation === 0 && (remembered.record === null || emptied))
      anchor.write({ id: before.id, generation: 0, mark: '' })
    // From here on the file looks whole again; that it was not stays known until a person has been told.
    else if (looked.logDoubt) anchor.write({ id: before.id, generation: before.generation, mark: looked.logDoubt })
    current = opened()
  } catch (error) {
    closeKeepingLog(ledger.db, file, key)
    throw error
  }

  const isChecked = inspected.state === 'none' || inspected.isChecked
  let checking: Promise<boolean> | null = null
  let lost: (() => void) | null = null
  let isSettled = false
  const heart = setInterval(() => {
    try {
      if (!ledger.transaction(() => beat(ledger.db, session, now()))) lost?.()
    } catch (error) {
      // The claim asks for the lock itself.
      log('The lock of the ledger could not be renewed', error)
    }
  }, heartbeatMs)
  heart.unref()

  const hasKeys = async () => keys.isHeld?.() === true || (await keychain.state()) === 'available'

  return {
    ledger,
    /** Whether it lies open now and is sealed when it is closed: its first account of a vendor came in this session. */
    sealsAtEnd: async (): Promise<boolean> => key === null && isForVendors(ledger.db) && (await hasKeys()),
    /** What it is sealed under, for connections of others; null where it lies open. */
    key,
    /** What copies of it may still be sealed under. */
    earlierKeys: looked.key && looked.key !== key ? [looked.key] : [],
    /** It knows of no file: what lies there is not for it to remove. */
    isNew: looked.inspected.state === 'none',
    /** For threads that claim with a connection of their own. */
    claimsOwner: { session, claimsFile: anchor.claimsFile } satisfies ClaimsOwner,
    /** Once: another Balie took the ledger over, and nothing leaves from here any more. */
    onLost(listener: () => void): void {
      lost = () => {
        clearInterval(heart)
        listener()
      }
    },
    /**
     * Resolves once all of the file has been read, which must be before anything is sent: with whether rows are to be looked at that
     * its tables do not allow. Where it is damaged this fails, and the next start asks a person.
     */
    whole(): Promise<boolean> {
      checking ??= isChecked ? Promise.resolve(false) : (deps.checkWhole ?? checkInThread)(file, key)
      return checking
    },
    /**
     * Whether all that left is in here; must be answered before anything is sent. `askKeychain` where there is anything of a
     * vendor's to protect: practising never waits for a keychain. `inDoubt` sees to it that all that waits asks, before the
     * ledger is remembered as the one that is here.
     */
    async settle(askKeychain: boolean, inDoubt: (doubt: LedgerDoubt) => void): Promise<LedgerDoubt | null> {
      const word = askKeychain ? await witness.ask() : ({ state: 'silent' } as const)
      // One of an earlier ledger says nothing, where this computer knows the present one.
      const isOfThis = word.state === 'record' && (word.record.id === before.id || remembered.record === null)
      const inKeychain = word.state === 'record' && isOfThis ? word.record : null
      const isRestored = !emptied && remembered.record?.mark === restoredMark
      const isOlder = !knowsRemembered || claimsAhead || (inKeychain !== null && !knows(inKeychain))
      const isKnownHere = remembered.record !== null || inKeychain !== null || before.generation === 0
      const doubt = looked.logDoubt ?? (isRestored ? 'restored' : isOlder ? 'older-copy' : isKnownHere ? null : 'unknown-here')
      if (doubt) inDoubt(doubt)
      const generation = Math.max(remembered.record?.generation ?? 0, inKeychain?.generation ?? 0)
      if (generation >= current.generation || claimsAhead) current = opened({ generation, claims: remembered.claims })
      isSettled = true
      // What was remembered before is a generation that the ledger has been through, or one that keeps it in doubt.
      await witness.write(current).catch((error: unknown) => log('The ledger could not be remembered', error))
      return doubt
    },
    /** Says in the ledger that it was closed as it should be, and then elsewhere. */
    async close(): Promise<void> {
      clearInterval(heart)
      const isWhole = await (checking ?? Promise.resolve()).then(
        () => true,
        () => false,
      )
      if (!isWhole) return closeKeepingLog(ledger.db, file, key)
      let record: LedgerRecord
      try {
        record = renewIdentity(ledger, { event: 'closed', at: now() }, () => dropLock(ledger.db, session))
      } catch (error) {
        // A full disk must not keep the app from ending; for the next start this is a crash.
        log('The ledger could not be marked as closed', error)
        closeKeepingLog(ledger.db, file, key)
        return
      }
      const lay = key === null && isForVendors(ledger.db)
      ledger.close()
      if (isSettled)
        await witness.write(record).catch((error: unknown) => log('The end of the ledger could not be remembered', error))
      // Of accounts that came in this session: from its end on nothing lies open.
      if (lay && (await hasKeys())) await sealClosed({ file, keys, now: now(), log })
      await untouched.leave().catch((error: unknown) => log('How the ledger was left could not be remembered', error))
    },
  }
}
export type OwnLedger = Awaited<ReturnType<typeof open>>
