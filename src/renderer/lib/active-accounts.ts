import { useQuery } from '@tanstack/react-query'
import type { Account, AccountKind } from '#shared/domain/account.ts'
import { client, unwrap } from './client.ts'
import { usePreferences, useSetPreferences } from './preferences.ts'
import { reportProblem } from './problem.ts'
import { keys } from './query.ts'

const none: Account[] = []

/** Asks main for all accounts; whoever wants them shares one answer. */
export const allAccounts = { queryKey: keys.accounts, queryFn: () => unwrap(client.accounts.list(undefined)) }

/** All accounts, in main's order; empty until main has answered. */
export const useAccounts = (): Account[] => useQuery(allAccounts).data ?? none

/** One account by its ID; null when it was removed. */
export const useAccount = (id: string | null): Account | null => useAccounts().find((account) => account.id === id) ?? null

/** Which account new items are made for: the chosen one, else the first of its kind. */
export function pickActive(accounts: readonly Account[], kind: AccountKind, chosenId: string | null): Account | null {
  const ofKind = accounts.filter((account) => account.settings.kind === kind)
  return ofKind.find((account) => account.id === chosenId) ?? ofKind[0] ?? null
}

/** The account that new items go to, for each vendor; an existing item keeps its own. */
export function useActiveAccounts(): (kind: AccountKind) => Account | null {
  const { activeAccounts } = usePreferences()
  const accounts = useAccounts()
  return (kind) => pickActive(accounts, kind, activeAccounts[kind])
}

/** As `useActiveAccounts`, of one vendor. */
export const useActiveAccount = (kind: AccountKind): Account | null => useActiveAccounts()(kind)

/** Makes another account the one new items are made for. */
export function useActivateAccount(): (kind: AccountKind, accountId: string) => void {
  const { activeAccounts } = usePreferences()
  const { mutate } = useSetPreferences()
  return (kind, accountId) => mutate({ activeAccounts: { ...activeAccounts, [kind]: accountId } }, { onError: reportProblem })
}
