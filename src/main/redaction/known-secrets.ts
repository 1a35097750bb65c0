import type { Keychain } from '../storage/keychain.ts'
import { mostSecrets, withoutSecret } from './secret-spellings.ts'

/** A shorter one is found in half of all words, and everyone can guess it. */
const shortest = 4

/** The secrets that went through this process, so that none of them is written anywhere by mistake. In memory only. */
export interface KnownSecrets {
  add(secret: string): void
  /** The text without any of them, however they are spelled. */
  without(text: string): string
}

/** What a keychain keeps may be more than one: a proxy's entry is JSON with a name and a password. */
function* partsOf(secret: string): Generator<string> {
  yield secret
  if (!secret.startsWith('{')) return
  try {
    for (const part of Object.values(JSON.parse(secret) as Record<string, unknown>)) if (typeof part === 'string') yield part
  } catch {
    // No JSON, so it is one secret.
  }
}

export function knownSecrets(): KnownSecrets {
  const known = new Set<string>()
  return {
    add(secret) {
      for (const part of partsOf(secret)) if (part.length >= shortest) known.add(part)
      // The oldest of a long session go first.
      for (const oldest of known) {
        if (known.size <= mostSecrets) return
        known.delete(oldest)
      }
    },
    without: (text) => [...known].toSorted((a, b) => b.length - a.length).reduce(withoutSecret, text),
  }
}

/** SECURITY: every secret comes in or out of the keychain, so that here is where all of them are known. */
export const noting = <K extends Keychain>(keychain: K, secrets: Pick<KnownSecrets, 'add'>): K => ({
  ...keychain,
  async read(entry) {
    const answer = await keychain.read(entry)
    if (answer.state === 'stored') secrets.add(answer.secret)
    return answer
  },
  write(entry, secret) {
    secrets.add(secret)
    return keychain.write(entry, secret)
  },
})
