import { randomUUID } from 'node:crypto'
import type { AccountKind, AccountSettings, Outlet } from '#shared/domain/account.ts'
import { newBillinkSettings, newDigiwalletSettings, practiceCategories } from '#shared/domain/account-defaults.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'

/** What the embedded practice environment lets a newcomer use; everything in it is public. */
export interface PracticeExamples {
  billinkUsername: string
  outlets: readonly Outlet[]
}

/**
 * First start: a practice account of each kind, ready to use, so that nobody has to fill in anything to try. Answers null where
 * there are accounts already.
 */
export function makePracticeAccounts(
  records: Pick<AccountRecords, 'isEmpty' | 'save'>,
  examples: PracticeExamples,
  now: () => Date = () => new Date(),
): Record<AccountKind, string> | null {
  if (!records.isEmpty()) return null
  const practice = { environment: 'practice', name: 'Oefenwinkel', url: null } as const
  const make = (settings: AccountSettings): string => {
    const account: StoredAccount = {
      id: randomUUID(),
      settings,
      secretOrigin: null,
      secretLastFour: null,
      createdAt: now().toISOString(),
      archivedAt: null,
    }
    records.save(account)
    return account.id
  }
  return {
    billink: make({
      ...newBillinkSettings(),
      ...practice,
      username: examples.billinkUsername,
      categories: [...practiceCategories],
    }),
    digiwallet: make({
      ...newDigiwalletSettings(),
      ...practice,
      outlets: examples.outlets.map((outlet) => ({ ...outlet })),
      testDefault: 'off',
    }),
  }
}
