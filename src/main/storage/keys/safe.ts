import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { DataKeys } from '../data-keys.ts'
import type { Keychain } from '../keychain.ts'
import type { KeychainTrouble } from '../keychain-errors.ts'
import { envelopeFileOf, envelopeIn, storeEnvelope } from './envelope-file.ts'
import {
  newEnvelope,
  openByCode,
  openByPassphrase,
  withCode,
  withPassphrase,
  withRing,
  type Envelope,
  type OpenedByCode,
  type OpenedByPassphrase,
  type OpenEnvelope,
} from './envelope.ts'
import { stagingName } from '../backup/put-back.ts'
import { createLedgerKeys, type LedgerKeys } from '../ledger-seal/keys.ts'
import { resealedAs } from '../ledger-seal/reseal.ts'
import { sealingOf } from '../ledger-key.ts'
import { heldFirst } from './held-first.ts'
import { keptKeys } from './kept-keys.ts'
import { withNewest, type DataKeySet, type KeyRing } from './key-ring.ts'
import { groupLength, makeCode, normalised } from './recovery-code.ts'
import { beginRenewal } from './renewal.ts'
import type { Work } from './wrap.ts'

export interface KeySafeDeps {
  keychain: Keychain
  keys: DataKeys
  ledgerFile: string
  now(): number
  work?: Work
}

/** Why the keys are not there: the keychain has none, gives no answer, or there is no keychain. */
export type LockedWhy = 'missing' | 'other-key' | KeychainTrouble

export type Lock =
  | { state: 'open' }
  /** What is there cannot be read, with the ways in that there are. */
  | { state: 'locked'; why: LockedWhy; ways: { code: boolean; passphrase: boolean }; isDamaged: boolean }

/** What a backup that is put back is sealed with from then on. */
export interface RestoreTarget {
  set: DataKeySet
  /** Lays the ways in to these keys beside what was unpacked. */
  stage(): Promise<void>
  /** Before it takes the place of what is there: its keys are where the next start finds them. */
  keep(): Promise<void>
}

/** What Settings shows of the ways in; nothing of it is secret. */
export interface SafeStatus {
  /** Where the keys are kept between two starts; `nowhere` is a computer without keychain and without passphrase. */
  kept: 'keychain' | 'passphrase' | 'nowhere'
  codeAt: string | null
  passphraseAt: string | null
}

/** The person's keys and all ways to them: keychain, recovery code, passphrase. */
export function createKeySafe({ keychain, keys, ledgerFile, now, work }: KeySafeDeps) {
  const file = envelopeFileOf(ledgerFile)
  const kept = keptKeys(keychain)
  /** Known since a person opened it, for this session. */
  let session: OpenEnvelope | null = null
  /** A code that was shown and not yet confirmed. */
  let pending: { code: string; open: OpenEnvelope; renewsKeys: boolean } | null = null
  const at = () => new Date(now()).toISOString()
  const stored = async (): Promise<Envelope | null> => {
    const found = await envelopeIn(file)
    return found.state === 'envelope' ? found.envelope : null
  }

  const ledgerKeys: LedgerKeys = heldFirst(createLedgerKeys(keychain), () => session?.ring ?? null)
  /** What lies there, or comes in its place as soon as it is opened. */
  const sealing = () => {
    const next = resealedAs(ledgerFile)
    return next.state === 'none' ? sealingOf(ledgerFile) : next
  }

  async function look(): Promise<Lock> {
    const found = await envelopeIn(file)
    const envelope = found.state === 'envelope' ? found.envelope : null
    const lies = sealing()
    // A new ledger, or one that lies open as always: nothing to unlock, and no keychain is asked.
    if (session || (lies.state !== 'sealed' && found.state === 'none')) return { state: 'open' }
    const answer = lies.state === 'sealed' ? await ledgerKeys.of(lies.mark) : await kept.read()
    if (answer.state === 'key' || answer.state === 'ring') return { state: 'open' }
    const ways = { code: envelope?.code != null, passphrase: envelope?.passphrase != null }
    const why = answer.state === 'other' ? 'other-key' : answer.state
    return { state: 'locked', why, ways, isDamaged: found.state === 'damaged' }
  }

  async function opened<T extends OpenedByCode | OpenedByPassphrase>(answer: T): Promise<T> {
    if (answer.state !== 'open') return answer
    session = { envelope: answer.envelope, master: answer.master, ring: answer.ring }
    keys.hold(answer.ring)
    // Where it takes them the next start asks nothing; where not, this session has them.
    if (answer.envelope.passphrase === null) await kept.put(answer.ring)
    return answer
  }

  /** An envelope that this session can change: the one that was opened, or a new one in the place of what is there. */
  async function changeable(): Promise<OpenEnvelope | { state: Exclude<LockedWhy, 'other-key'> }> {
    if (session) return session
    const answer = await kept.ensure()
    if (answer.state !== 'ring') return { state: answer.state }
    keys.hold(answer.ring)
    return newEnvelope(answer.ring, await stored(), at())
  }

  const newSet = (): DataKeySet => ({ vault: randomBytes(32), ledger: randomBytes(32) })
  const staged = path.join(path.dirname(ledgerFile), stagingName, path.basename(file))
  const stageEnvelope = async (envelope: Envelope | null): Promise<void> => {
    if (envelope) await storeEnvelope(staged, envelope)
    else await rm(staged, { force: true })
  }

  /**
   * Keys of this computer, so that nothing that is set aside stops opening. A computer without a keychain asks for the backup's
   * own passphrase from then on: nothing that was sealed comes to lie open.
   */
  async function restoreTarget(passphrase: string): Promise<RestoreTarget | { state: KeychainTrouble }> {
    const known = session
    if (known) return { set: known.ring[0], stage: () => stageEnvelope(known.envelope), keep: async () => undefined }
    const answer = await kept.read()
    if (answer.state === 'ring') {
      const envelope = await stored()
      return { set: answer.ring[0], stage: () => stageEnvelope(envelope), keep: async () => undefined }
    }
    if (answer.state === 'missing') {
      const set = newSet()
      return {
        set,
        stage: () => stageEnvelope(null),
        async keep() {
          if (!(await kept.put([set]))) throw new Error('The keychain did not take the keys.')
          keys.hold([set])
        },
      }
    }
    if (answer.state !== 'no-keychain') return { state: answer.state }
    const open = await withPassphrase(newEnvelope([newSet()]), passphrase, at(), work)
    return {
      set: open.ring[0],
      stage: () => stageEnvelope(open.envelope),
      async keep() {
        session = open
        keys.hold(open.ring)
      },
    }
  }

  async function store(open: OpenEnvelope): Promise<void> {
    await storeEnvelope(file, open.envelope)
    // With a keychain the master key is nobody's to keep: each change makes a new envelope.
    if (session || open.envelope.passphrase) session = open
  }

  return {
    look,
    restoreTarget,
    async byCode(typed: string): Promise<OpenedByCode['state'] | { void: string }> {
      const envelope = await stored()
      if (!envelope) return 'damaged'
      const answer = await opened(await openByCode(envelope, typed))
      return answer.state === 'void' ? { void: answer.at } : answer.state
    },
    async byPassphrase(typed: string): Promise<OpenedByPassphrase['state']> {
      const envelope = await stored()
      return envelope ? (await opened(await openByPassphrase(envelope, typed))).state : 'no-passphrase'
    },
    ledgerKeys,
    /** All keys that what is here may be sealed with; null where there is nowhere to keep one, and all of it lies open. */
    async ring(): Promise<KeyRing | null> {
      if (session) return session.ring
      const answer = await kept.ensure()
      if (answer.state === 'ring') return answer.ring
      if (sealing().state === 'sealed') throw new Error(`The keys could not be had: ${answer.state}.`)
      return null
    },
    async status(): Promise<SafeStatus> {
      const envelope = await stored()
      const passphraseAt = envelope?.passphrase?.at ?? null
      const codeAt = envelope?.code?.at ?? null
      if (passphraseAt !== null) return { kept: 'passphrase', codeAt, passphraseAt }
      return { kept: (await keychain.state()) === 'no-keychain' ? 'nowhere' : 'keychain', codeAt, passphraseAt }
    },
    /** A fresh code, to be shown once, and with it fresh keys where they are renewed; nothing changes until it is confirmed. */
    async prepareCode(renewsKeys = false): Promise<{ code: string } | { state: Exclude<LockedWhy, 'other-key'> }> {
      const held = await changeable()
      if ('state' in held) return held
      const open = renewsKeys ? withRing(held, withNewest(newSet(), held.ring)) : held
      const code = makeCode(open.envelope.id)
      pending = { code, open: await withCode(open, code, at()), renewsKeys }
      return { code }
    },
    dropCode(): void {
      pending = null
    },
    /** The last group as a person wrote it down: from then on this code is the one that is good. */
    async confirmCode(ending: string): Promise<'wrong' | 'code' | 'code-and-keys'> {
      if (!pending || normalised(ending) !== pending.code.slice(-groupLength)) return 'wrong'
      const { open, renewsKeys } = pending
      // The envelope first: it has the keys until now as well, so that a crash leaves keys that open what is there.
      await store(open)
      pending = null
      if (!renewsKeys) return 'code'
      await beginRenewal(ledgerFile)
      if (!open.envelope.passphrase && !(await kept.put(open.ring))) throw new Error('The keychain did not take the keys.')
      keys.hold(open.ring)
      return 'code-and-keys'
    },
    /** Where there is a keychain by now: it keeps the keys from then on. False where it does not take them, and nothing changed. */
    async removePassphrase(): Promise<boolean> {
      if (!session || !(await kept.put(session.ring))) return false
      await storeEnvelope(file, { ...session.envelope, passphrase: null })
      session = null
      return true
    },
    /** For a computer without a keychain: asked for at each start from then on. Answers with the keys that are new with it. */
    async setPassphrase(passphrase: string): Promise<KeyRing> {
      const fresh = (): OpenEnvelope => newEnvelope([newSet()])
      const open = await withPassphrase(session ?? fresh(), passphrase, at(), work)
      session = open
      await store(open)
      keys.hold(open.ring)
      return open.ring
    },
  }
}
export type KeySafe = ReturnType<typeof createKeySafe>
