import type { SecretState } from '#shared/domain/account.ts'
import type { AccountRecords, StoredAccount } from '../storage/account-records.ts'
import type { AttachmentRecords } from '../storage/attachment-records.ts'
import type { AttachmentVault } from '../storage/attachment-vault.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import { VaultFailure } from '../storage/vault-failure.ts'
import type { Destination, OutgoingFile } from '../upstream/types.ts'
import type { Preparation } from './outbox.ts'
import { scopeOf } from './scope.ts'

export interface PreparationDeps {
  accounts: Pick<AccountRecords, 'get'>
  attachments: Pick<AttachmentRecords, 'get'>
  vault: Pick<AttachmentVault, 'read'>
  endpointOf(account: StoredAccount): string | null
  secretFor(account: StoredAccount): Promise<{ ok: true; secret: string } | { ok: false; state: SecretState }>
}

const keyReasons: Partial<Record<SecretState, string>> = {
  locked: 'outbox.keyLocked',
  denied: 'outbox.keyDenied',
  'no-keychain': 'outbox.noKeychain',
}
const keyReason = (state: SecretState) => keyReasons[state] ?? 'outbox.keyMissing'
const lost = { ready: false, state: 'rejected', reason: { id: 'outbox.fileLost' } } as const
const methods = { 'dispute.create': 'POST', 'note.create': 'POST', 'note.update': 'PATCH', 'note.delete': 'DELETE' } as const

const destinationOf = ({ settings }: StoredAccount, url: string): Destination =>
  settings.kind === 'billink'
    ? { kind: 'billink', url, username: settings.username }
    : { kind: 'digiwallet', url, bodyFormat: settings.bodyFormat }

/** Gathers, at the last moment, what an item needs to leave: its account as it stands now, the key and the file. */
export function preparation(deps: PreparationDeps) {
  /** Opens the file as far as its first bytes: a locked keychain is no lost file, and neither is found after a byte was sent. */
  async function fileOf(item: StoredSubmission): Promise<OutgoingFile | null | Exclude<Preparation, { ready: true }>> {
    if (item.attachmentId === null) return null
    const record = deps.attachments.get(item.attachmentId)
    if (!record) return lost
    try {
      for await (const _first of deps.vault.read(record)) break
    } catch (error) {
      const reason = error instanceof VaultFailure ? error.reason : null
      if (reason === 'locked' || reason === 'denied') return { ready: false, state: 'held', reason: { id: keyReason(reason) } }
      if (reason === 'lost') return lost
      throw error
    }
    return { name: record.name, bytes: record.bytes, read: () => deps.vault.read(record) }
  }
  return async (item: StoredSubmission): Promise<Preparation> => {
    const account = deps.accounts.get(item.accountId)
    // SECURITY: an item leaves only for the origin it was made for, whatever became of its account since.
    if (!account || scopeOf(account.settings) !== item.scope) {
      return { ready: false, state: 'asks', reason: { id: 'outbox.accountMoved' } }
    }
    const url = deps.endpointOf(account)
    if (url === null) return { ready: false, state: 'asks', reason: { id: 'outbox.practiceStopped' } }
    const file = await fileOf(item)
    if (file && 'ready' in file) return file
    const answer = await deps.secretFor(account)
    if (!answer.ok) return { ready: false, state: 'held', reason: { id: keyReason(answer.state) } }
    return {
      ready: true,
      order: { destination: destinationOf(account, url), secret: answer.secret, payload: item.payload, file },
      request: { method: methods[item.kind], host: new URL(url).host },
    }
  }
}
