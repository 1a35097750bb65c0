import type { MessageId } from '#shared/languages/index.ts'
import { Unreadable } from '../../bulk/vocabulary/unreadable.ts'
import { AppFailure } from '../../ipc/failure.ts'
import { SourceFailure } from '../../storage/source-file.ts'
import { VaultFailure, type VaultReason } from '../../storage/vault-failure.ts'

const sourceSentences = {
  missing: 'bulk.source.missing',
  'not-a-file': 'bulk.source.notAFile',
  unreadable: 'bulk.source.unreadable',
  changed: 'bulk.source.changed',
} satisfies Record<SourceFailure['reason'], MessageId>

/** Why Balie's own copy could not be kept, or be read again. */
const copySentences: Partial<Record<VaultReason, MessageId>> = {
  lost: 'bulk.copy.lost',
  locked: 'bulk.copy.locked',
  denied: 'bulk.copy.denied',
  broken: 'bulk.copy.broken',
}

/** Works on a person's file; what is wrong with it reaches them as its one sentence. */
export async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreadable) throw new AppFailure({ kind: 'invalid', message: error.sentence })
    if (error instanceof SourceFailure) throw new AppFailure({ kind: 'invalid', message: { id: sourceSentences[error.reason] } })
    const copy = error instanceof VaultFailure ? copySentences[error.reason] : undefined
    if (copy) throw new AppFailure({ kind: 'invalid', message: { id: copy } })
    throw error
  }
}
