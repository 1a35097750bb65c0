import { createKeychain } from '#main/storage/keychain.ts'
import type { KeychainAnswer, KeychainDone, KeychainState } from '#main/storage/keychain.ts'

/**
 * A process of its own on whatever session bus it was started on: plays the given steps on the system's real keychain and
 * prints the answers. `balie read vault-key` would be `["read", "vault-key"]`.
 */
const steps = JSON.parse(process.argv[2] ?? '[]') as [string, string?, string?][]
const keychain = createKeychain({ timeoutMs: 20_000, stateTimeoutMs: 20_000 })

const play = async ([name, entry = '', secret = '']: [string, string?, string?]): Promise<
  KeychainAnswer | KeychainDone | KeychainState
> => {
  if (name === 'state') return keychain.state()
  if (name === 'write') return keychain.write(entry, secret)
  return name === 'remove' ? keychain.remove(entry) : keychain.read(entry)
}

const answers: unknown[] = []
for (const step of steps) answers.push(await play(step))
process.stdout.write(JSON.stringify(answers))
