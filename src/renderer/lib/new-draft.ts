import { kindOfVendor, kinds } from '#shared/domain/kinds.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { AccountKind } from '#shared/domain/account.ts'
import type { Draft } from '#shared/domain/draft.ts'
import { useActiveAccount } from './active-accounts.ts'
import { client, unwrap } from './client.ts'
import { useNavigation } from './navigation.tsx'
import { reportProblem } from './problem.ts'

type Start = Omit<Parameters<typeof client.drafts.create>[0], 'kind' | 'accountId'>

/** Makes an empty (or partly filled) draft for the active account and opens it; null when there is no account of that kind. */
export function useNewDraft(): (kind: AccountKind, start?: Start) => Promise<Draft | null> {
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const accounts = { billink: useActiveAccount('billink'), digiwallet: useActiveAccount('digiwallet') }
  return async (kind, start = {}) => {
    const account = accounts[kind]
    if (!account) {
      navigate({ screen: 'settings', section: 'accounts' })
      return null
    }
    const draft = await unwrap(client.drafts.create({ kind, accountId: account.id, ...start }))
    await queries.invalidateQueries({ queryKey: ['drafts'] })
    navigate({ screen: kinds[kindOfVendor(kind)].screen, id: draft.id })
    return draft
  }
}

/** The same from where nothing can show a failure: a key, the palette, the welcome. The shell says it. */
export function useStartDraft(): (kind: AccountKind) => void {
  const newDraft = useNewDraft()
  return (kind) => void newDraft(kind).catch(reportProblem)
}
