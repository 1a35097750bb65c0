import type { MessageId } from '#shared/languages/index.ts'
import { httpMethodOf } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SecretState } from '#shared/domain/account.ts'
import type { NotAllowed } from '../policy/apply-policy.ts'
import type { AccountRecords, StoredAccount } from '../storage/account-records.ts'
import type { AttachmentRecords } from '../storage/attachment-records.ts'
import type { AttachmentVault } from '../storage/attachment-vault.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { StateChange } from '../storage/submission-records.ts'
import { VaultFailure } from '../storage/vault-failure.ts'
import { destinationOf, type Destination } from '#shared/vendors/index.ts'
import type { Order, OutgoingFile } from '../upstream/types.ts'
import type { GateAnswer } from '../team/gate.ts'
import { boundOriginOf } from './bound-origin.ts'

export interface PreparationDeps {
  /** Resolves once it is known that the ledger is the one that was last here, or all that waits in it asks. */
  settled?(): Promise<unknown>
  accounts: Pick<AccountRecords, 'get' | 'has'>
  attachments: Pick<AttachmentRecords, 'get'>
  vault: Pick<AttachmentVault, 'read'>
  endpointOf(account: StoredAccount): string | null
  /** Whether the person's organisation lets something be sent there. */
  notAllowed?(account: StoredAccount): NotAllowed | null
  secretFor(account: StoredAccount): Promise<{ ok: true; secret: string } | { ok: false; state: SecretState }>
  /** Whether colleagues let an item be sent; absent where nobody shares an account. */
  askTeam?(item: StoredSubmission): Promise<GateAnswer>
}

const keyReasons: Partial<Record<SecretState, MessageId>> = {
  locked: 'outbox.keyLocked',
  denied: 'outbox.keyDenied',
  broken: 'outbox.keyBroken',
  'no-keychain': 'outbox.noKeychain',
}
const keyReason = (state: SecretState) => keyReasons[state] ?? 'outbox.keyMissing'
const lost = { ready: false, state: 'rejected', reason: { id: 'outbox.fileLost' } } as const

type NotReady = { ready: false; state: 'held' | 'rejected' | 'asks'; reason: Message }

/**
 * Everything needed to send an item, or why it can't be: then nothing is sent, and the item waits for a person, for colleagues (`waits`),
 * or is what the team says it is (`ended`).
 */
export type Preparation =
  | { ready: true; order: Order; request: { method: string; host: string } }
  | NotReady
  | { ready: false; state: 'waits'; reason: Message }
  | { ready: false; state: 'ended'; change: StateChange }

/** What an item's account gives to its order, or why nothing may leave. */
export type AccountPreparation = { ready: true; destination: Destination; secret: string; host: string } | NotReady

/** The parts of a preparation, for a run that shares an account among its rows. */
export function preparationParts(deps: PreparationDeps) {
  /** Opens the file as far as its first bytes: a locked keychain is no lost file, and neither is found after a byte was sent. */
  async function file(attachmentId: string | null): Promise<OutgoingFile | null | NotReady> {
    if (attachmentId === null) return null
    const record = deps.attachments.get(attachmentId)
    if (!record) return lost
    try {
      for await (const _first of deps.vault.read(record)) break
    } catch (error) {
      const reason = error instanceof VaultFailure ? error.reason : null
      if (reason === 'locked' || reason === 'denied' || reason === 'broken')
        return { ready: false, state: 'held', reason: { id: keyReason(reason) } }
      if (reason === 'lost') return lost
      throw error
    }
    return { name: record.name, bytes: record.bytes, read: () => deps.vault.read(record) }
  }
  async function account(item: Pick<StoredSubmission, 'accountId' | 'boundOrigin'>): Promise<AccountPreparation> {
    await deps.settled?.()
    const stored = deps.accounts.get(item.accountId)
    if (!stored && deps.accounts.has(item.accountId))
      return { ready: false, state: 'held', reason: { id: 'outbox.accountDamaged' } }
    // SECURITY: an item leaves only for the origin it was made for, whatever became of its account since.
    if (!stored || boundOriginOf(stored.settings) !== item.boundOrigin) {
      return { ready: false, state: 'asks', reason: { id: 'outbox.accountMoved' } }
    }
    const notAllowed = deps.notAllowed?.(stored) ?? null
    if (notAllowed !== null) return { ready: false, state: 'held', reason: { id: `outbox.${notAllowed}NotAllowed` } }
    const url = deps.endpointOf(stored)
    if (url === null) return { ready: false, state: 'asks', reason: { id: 'outbox.practiceStopped' } }
    const answer = await deps.secretFor(stored)
    if (!answer.ok) return { ready: false, state: 'held', reason: { id: keyReason(answer.state) } }
    return { ready: true, destination: destinationOf(stored.settings, url), secret: answer.secret, host: new URL(url).host }
  }
  return { account, file }
}
export type PreparationParts = ReturnType<typeof preparationParts>

/** Why the team keeps an item here; null where it lets it go. */
export function keptByTeam(answer: GateAnswer): Exclude<Preparation, { ready: true }> | null {
  if (answer.says === 'go') return null
  if (answer.says === 'ended') return { ready: false, state: 'ended', change: answer.change }
  return { ready: false, state: answer.says, reason: answer.reason }
}

/** Gathers, at the last moment, what an item needs to leave: its account as it stands now, the key and the file. */
export function preparation(deps: PreparationDeps) {
  const parts = preparationParts(deps)
  return async (item: StoredSubmission): Promise<Preparation> => {
    const account = await parts.account(item)
    if (!account.ready) return account
    const file = await parts.file(item.attachmentId)
    if (file && 'ready' in file) return file
    // Last, so that what the team says is fresh when the item is claimed.
    const kept = deps.askTeam && keptByTeam(await deps.askTeam(item))
    if (kept) return kept
    const { destination, secret, host } = account
    return {
      ready: true,
      order: { destination, secret, payload: item.payload, file },
      request: { method: httpMethodOf(item.kind), host },
    }
  }
}
