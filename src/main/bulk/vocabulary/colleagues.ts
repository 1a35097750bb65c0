import type { Message } from '#shared/domain/message.ts'
import type { Payload } from '#shared/vendors/index.ts'
import type { StoredAccount } from '../../storage/account-records.ts'

/** What a colleague did about the same thing as a row: in a sentence, and how far its chain had come. */
export interface ByColleague {
  message: Message
  turn: number
}

/** What rows are asked about in a team. */
export interface Colleagues {
  /** One answer for each, null where nobody did anything; null in all where it can't be seen now, or where the account is shared with nobody. */
  of(account: StoredAccount, payloads: readonly Payload[]): Promise<readonly (ByColleague | null)[] | null>
  isShared(accountId: string): boolean
  /** A person was shown it and goes on. */
  agree(itemId: string, turn: number): void
}
