import { useQueryClient } from '@tanstack/react-query'
import type { Draft } from '#shared/vendors/index.ts'
import { kinds, type Kind } from '#shared/domain/kinds.ts'
import { allAccounts, pickActive } from './active-accounts.ts'
import { client, unwrap } from './client.ts'
import { flushAll } from './flush.ts'
import { useNavigation } from './navigation.tsx'
import { usePreferences } from './preferences.ts'
import { reportProblem } from './problem.ts'

/** Makes an empty draft for the active account and opens it; null when there is no account for that kind. */
export function useNewDraft(): (kind: Kind) => Promise<Draft | null> {
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const { activeAccounts } = usePreferences()
  return async (kind) => {
    const { vendor, screen } = kinds[kind]
    // A key can come before main has said which accounts there are.
    const account = pickActive(await queries.ensureQueryData(allAccounts), vendor, activeAccounts[vendor])
    if (!account) {
      navigate({ screen: 'settings', section: 'accounts' })
      return null
    }
    // What is typed in one that was empty makes it one of its own.
    await flushAll()
    const draft = await unwrap(client.drafts.create({ kind, accountId: account.id }))
    await queries.invalidateQueries({ queryKey: ['drafts'] })
    navigate({ screen, id: draft.id })
    return draft
  }
}

/** The same from where nothing can show a failure: a key, the palette, the welcome. The shell says it. */
export function useStartDraft(): (kind: Kind) => void {
  const newDraft = useNewDraft()
  return (kind) => void newDraft(kind).catch(reportProblem)
}
