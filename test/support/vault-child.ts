import { createDataKeys } from '#main/storage/data-keys.ts'
import { createVault } from '#main/storage/attachment-vault.ts'
import { openSource } from '#main/storage/source-file.ts'
import { VaultFailure } from '#main/storage/vault-failure.ts'
import { FakeKeychain } from './fake-keychain.ts'
import { peakBytes } from './peak-memory.ts'

/**
 * A process of its own, so that its limits and its memory are the vault's alone: stores the file at the given path in the
 * given folder, reads it back, and prints what came of it and the most memory it took.
 */
const [path = '', folder = ''] = process.argv.slice(2)
const vault = createVault({ folder, keys: createDataKeys(new FakeKeychain()) })
const source = await openSource({ path })
let outcome = 'stored'
let read = 0
try {
  const record = { id: 'bijlage', ...(await vault.store(source, { id: 'bijlage', maxBytes: source.bytes, audience: 'live' })) }
  for await (const piece of vault.read(record)) read += piece.length
} catch (error) {
  outcome = error instanceof VaultFailure ? error.reason : String(error)
}
await source.close()
process.stdout.write(JSON.stringify({ outcome, read, peakMegabytes: Math.round((await peakBytes()) / 1024 / 1024) }))
