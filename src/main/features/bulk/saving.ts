import type { MessageId } from '#shared/languages/index.ts'
import { writeWhole } from '../../bulk/runs/exports.ts'
import { AppFailure } from '../../ipc/failure.ts'

/** What the system says of a place where a file can't go. Windows names a file that Excel has open in several ways. */
const sentences: Partial<Record<string, MessageId>> = {
  ENOSPC: 'bulk.save.diskFull',
  EDQUOT: 'bulk.save.diskFull',
  EACCES: 'bulk.save.refused',
  EPERM: 'bulk.save.refused',
  EROFS: 'bulk.save.refused',
  EBUSY: 'bulk.save.refused',
  ENOENT: 'bulk.save.gone',
  ENOTDIR: 'bulk.save.gone',
}

/** Writes a file where the person wants it; why it can't be reaches them as one sentence, and what was there before stays. */
export async function saveTo(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await writeWhole(path, bytes)
  } catch (error) {
    const id = error instanceof Error && 'code' in error ? sentences[String(error.code)] : undefined
    if (id) throw new AppFailure({ kind: 'invalid', message: { id } })
    throw error
  }
}
