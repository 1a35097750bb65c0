import type { MessageId } from '#shared/languages/index.ts'
import { Unreadable } from '../../bulk/vocabulary/unreadable.ts'
import { AppFailure } from '../../ipc/failure.ts'
import { SourceFailure } from '../../storage/source-file.ts'

const sourceSentences = {
  missing: 'bulk.source.missing',
  'not-a-file': 'bulk.source.notAFile',
  unreadable: 'bulk.source.unreadable',
  changed: 'bulk.source.changed',
} satisfies Record<SourceFailure['reason'], MessageId>

/** Works on a person's file; what is wrong with it reaches them as its one sentence. */
export async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreadable) throw new AppFailure({ kind: 'invalid', message: error.sentence })
    if (error instanceof SourceFailure) throw new AppFailure({ kind: 'invalid', message: { id: sourceSentences[error.reason] } })
    throw error
  }
}
