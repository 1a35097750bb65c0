import type { SecretView } from '#shared/domain/account.ts'
import type { Keychain } from '../../storage/keychain.ts'
import type { KeychainTrouble } from '../../storage/keychain-errors.ts'
import type { SessionSecrets } from '../../storage/session-secrets.ts'

export type SecretAnswer = { ok: true; secret: string } | { ok: false; state: 'missing' | KeychainTrouble }

/** Where an account's secret is kept, for one origin: a secret given for one host can never be read for another. */
export interface AccountSecrets {
  read(accountId: string, origin: string): Promise<SecretAnswer>
  /** `session` where this system has no keychain, or one that does not load: then it is gone at quitting, and never on disk. */
  write(accountId: string, origin: string, secret: string): Promise<'keychain' | 'session' | 'locked' | 'denied'>
  /** Out of memory only: for what was never in the keychain. */
  forget(accountId: string, origin: string): void
  /** `locked`, `denied` and `broken` mean that the keychain still holds it. */
  erase(accountId: string, origin: string): Promise<'erased' | 'locked' | 'denied' | 'broken'>
  /** What a screen may know, without asking the keychain for the secret itself. */
  state(accountId: string, origin: string, everStored: boolean): Promise<SecretView['state']>
}

// SECURITY: the origin is part of the name, so the binding does not depend on anything but the keychain itself.
const entryOf = (accountId: string, origin: string) => `account/${accountId}/${origin}`

/**
 * The keychain where there is one, else memory. `remembered` spares a person a keychain question per item sent: macOS may ask
 * at every reading.
 */
export function createAccountSecrets(parts: {
  keychain: Keychain
  session: SessionSecrets
  remembered: SessionSecrets
}): AccountSecrets {
  const { keychain, session, remembered } = parts
  const forget = (entry: string) => {
    session.remove(entry)
    remembered.remove(entry)
  }
  return {
    async read(accountId, origin) {
      const entry = entryOf(accountId, origin)
      const inMemory = session.get(entry) ?? remembered.get(entry)
      if (inMemory !== null) return { ok: true, secret: inMemory }
      const answer = await keychain.read(entry)
      if (answer.state !== 'stored') return { ok: false, state: answer.state }
      remembered.set(entry, answer.secret)
      return { ok: true, secret: answer.secret }
    },
    async write(accountId, origin, secret) {
      const entry = entryOf(accountId, origin)
      const answer = await keychain.write(entry, secret)
      if (answer.state === 'locked' || answer.state === 'denied') return answer.state
      const kept = answer.state === 'done' ? remembered : session
      forget(entry)
      kept.set(entry, secret)
      return answer.state === 'done' ? 'keychain' : 'session'
    },
    forget: (accountId, origin) => forget(entryOf(accountId, origin)),
    async erase(accountId, origin) {
      const entry = entryOf(accountId, origin)
      forget(entry)
      const answer = await keychain.remove(entry)
      return answer.state === 'done' || answer.state === 'no-keychain' ? 'erased' : answer.state
    },
    async state(accountId, origin, everStored) {
      const entry = entryOf(accountId, origin)
      if (session.get(entry) !== null) return 'session'
      if (remembered.get(entry) !== null) return 'stored'
      const keychainState = await keychain.state()
      if (keychainState === 'available') return everStored ? 'stored' : 'missing'
      return everStored || keychainState === 'no-keychain' || keychainState === 'broken' ? keychainState : 'missing'
    },
  }
}
