import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { AttachmentRecords } from '../attachment-records.ts'
import { seal, type DataKey } from '../sealed-stream.ts'
import { plainBytes, storedBytes } from '../stored-file.ts'
import { writeWhole } from '../whole-file.ts'

/**
 * Seals the files that lay open while there was nowhere to keep a key. The sealed one is whole before the ledger says so, and the
 * plain one goes last: a crash leaves one that the ledger names.
 */
export async function sealPlainFiles(
  folder: string,
  records: Pick<AttachmentRecords, 'plain' | 'setSealed'>,
  key: DataKey,
): Promise<void> {
  for (const { id, sha256 } of records.plain()) {
    const plain = path.join(folder, `${id}.plain`)
    const bytes = await storedBytes(plain).catch(() => null)
    // One that is gone or broken stays what it is: the screens say so.
    if (!bytes) continue
    try {
      const sealed = path.join(folder, `${id}.sealed`)
      await rm(`${sealed}.part`, { force: true })
      await writeWhole(sealed, seal(plainBytes(bytes, sha256), key, id))
    } finally {
      await bytes.close()
    }
    records.setSealed(id)
    await rm(plain, { force: true })
  }
}
