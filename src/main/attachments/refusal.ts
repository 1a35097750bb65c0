import type { MessageId } from '#shared/languages/index.ts'
import type { Message } from '#shared/domain/message.ts'
import { AppFailure } from '../ipc/failure.ts'
import { SourceFailure } from '../storage/source-file.ts'
import { VaultFailure, type VaultReason } from '../storage/vault-failure.ts'

/** A refused file: said at the file's field, by the vendor's name for it, and everything else stays as it was. */
export function refusal(id: MessageId, values?: Record<string, string | number>): AppFailure {
  const message: Message = values ? { id, values } : { id }
  return new AppFailure({ kind: 'invalid', message, fields: { file: [message] } })
}

const megabytes = (bytes: number) => bytes / (1024 * 1024)

/** Rounded up, so that a file is never said to be as large as the limit it is over. */
export const tooLarge = (name: string, bytes: number, limit: number) =>
  refusal('attachment.tooLargeNamed', { name, size: Math.ceil(megabytes(bytes) * 10) / 10, limit: Math.round(megabytes(limit)) })

const sourceSentences = {
  missing: 'attachment.missing',
  'not-a-file': 'attachment.notAFile',
  unreadable: 'attachment.unreadable',
  changed: 'attachment.changed',
} satisfies Record<SourceFailure['reason'], MessageId>

/** Why the person's own file could not be read. */
export const sourceRefusal = (error: unknown, name: string): unknown =>
  error instanceof SourceFailure ? refusal(sourceSentences[error.reason], { name }) : error

const vaultSentences = {
  lost: 'attachment.lost',
  locked: 'attachment.keychainLocked',
  denied: 'attachment.keychainDenied',
  broken: 'attachment.keychainBroken',
  'too-large': 'attachment.changed',
  'disk-full': 'attachment.diskFull',
  'disk-refused': 'attachment.diskRefused',
} satisfies Record<VaultReason, MessageId>

/** Why the app could not keep its own copy, or the person's file could not be read while it was made. */
export const storeRefusal = (error: unknown, name: string): unknown =>
  error instanceof VaultFailure ? refusal(vaultSentences[error.reason], { name }) : sourceRefusal(error, name)
