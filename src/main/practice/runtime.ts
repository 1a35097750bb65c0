import type { StoredAccount } from '../storage/account-records.ts'
import type { PracticeServer } from './server.ts'

export interface PracticeRuntime {
  /** Starts the server when an account needs it; fine to call again. */
  ensure(accounts: readonly StoredAccount[]): Promise<void>
  /** The account's URL, or the practice server's while it runs. */
  endpointOf(account: StoredAccount): string | null
  close(): Promise<void>
}

/** Runs the practice environment for as long as an account uses it; its code is loaded only then. */
export function practiceRuntime(start: () => Promise<PracticeServer>): PracticeRuntime {
  let starting: Promise<PracticeServer> | null = null
  let server: PracticeServer | null = null
  return {
    async ensure(accounts) {
      if (!accounts.some(({ settings }) => settings.environment === 'practice' && settings.url === null)) return
      starting ??= start()
      server = await starting
    },
    endpointOf({ settings }) {
      if (settings.url !== null) return settings.url
      return settings.kind === 'billink' ? (server?.disputeUrl ?? null) : (server?.digiwalletUrl ?? null)
    },
    async close() {
      await (await starting)?.close()
    },
  }
}
