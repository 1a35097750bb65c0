import { open, stat } from 'node:fs/promises'
import { createVault, type VaultRecord } from '#main/storage/attachment-vault.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import type { OutgoingFile } from '#main/upstream/types.ts'
import { FakeKeychain } from '../../support/fake-keychain.ts'

const chunkBytes = 196_608

/** A vault whose files are sealed as everyone's are; the keychain that holds their key is not what is measured. */
export const benchVault = (folder: string) => createVault({ folder, keys: createDataKeys(new FakeKeychain()) })

/** A file as it lies in a folder: what the shell's tools read. */
export async function plainFile(path: string): Promise<OutgoingFile> {
  const { size } = await stat(path)
  return {
    name: 'bewijs.pdf',
    bytes: size,
    async *read() {
      await using handle = await open(path)
      for (let at = 0; at < size;) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at)
        if (bytesRead === 0) return
        at += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
    },
  }
}

/** A file as the app sends it: out of the vault, opened and checked while it leaves. */
export const vaultFile = (folder: string, record: VaultRecord): OutgoingFile => ({
  name: 'bewijs.pdf',
  bytes: record.bytes,
  read: () => benchVault(folder).read(record),
})
