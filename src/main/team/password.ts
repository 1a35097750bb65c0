import type { Keychain } from '../storage/keychain.ts'
import type { SessionSecrets } from '../storage/session-secrets.ts'
import type { TeamLink } from '../storage/team-records.ts'

// SECURITY: server, database and name are part of the entry, so that a password given for one is never sent to another.
const entryOf = ({ host, port, database, user }: TeamLink) => `team/${user}@${host}:${port}/${database}`

/** A clerk's password for her team: in the keychain, or for the session where there is none. */
export function teamPassword(keychain: Keychain, session: SessionSecrets) {
  return {
    async read(link: TeamLink): Promise<string | null> {
      const inMemory = session.get(entryOf(link))
      if (inMemory !== null) return inMemory
      const answer = await keychain.read(entryOf(link))
      if (answer.state !== 'stored') return null
      session.set(entryOf(link), answer.secret)
      return answer.secret
    },
    async write(link: TeamLink, password: string): Promise<'keychain' | 'session' | 'failed'> {
      const { state } = await keychain.write(entryOf(link), password)
      if (state === 'locked' || state === 'denied') return 'failed'
      session.set(entryOf(link), password)
      return state === 'done' ? 'keychain' : 'session'
    },
    async forget(link: TeamLink): Promise<void> {
      session.remove(entryOf(link))
      await keychain.remove(entryOf(link))
    },
  }
}
export type TeamPassword = ReturnType<typeof teamPassword>
