import { practisesHere } from '#shared/domain/practises-here.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import type { AccountKind } from '#shared/domain/account.ts'

export interface PracticeRuntime {
  /** Starts the server when an account needs it; fine to call again. */
  ensure(accounts: readonly StoredAccount[]): Promise<void>
  /** The account's URL, or the practice server's while it runs. */
  endpointOf(account: StoredAccount): string | null
  close(): Promise<void>
}

/** The environment as far as accounts need it. */
export interface RunningPractice {
  addressOf(vendor: AccountKind): string
  close(): Promise<void>
}

/** Runs the practice environment for as long as an account uses it; its code is loaded only then. */
export function practiceRuntime(start: () => Promise<RunningPractice>): PracticeRuntime {
  let starting: Promise<RunningPractice> | null = null
  let server: RunningPractice | null = null
  return {
    async ensure(accounts) {
      if (!accounts.some(({ settings }) => practisesHere(settings))) return
      starting ??= start()
      server = await starting
    },
    endpointOf({ settings }) {
      if (settings.url !== null) return settings.url
      return server?.addressOf(settings.kind) ?? null
    },
    async close() {
      await (await starting)?.close()
    },
  }
}
