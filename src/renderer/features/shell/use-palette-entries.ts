import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { shortened } from '#shared/domain/shortened.ts'
import { factsOf, kindNames, kinds, vendorName, type Kind } from '#shared/domain/kinds.ts'
import { useAccounts, useActivateAccount } from '../../lib/active-accounts.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { SummaryOf } from '../../lib/drafts.ts'
import { keyName, newKeyName } from '../../lib/key-names.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { screens, titleOfScreen, useNavigation } from '../../lib/navigation.tsx'
import { useStartDraft } from '../../lib/new-draft.ts'
import { useAppInfo } from '../../lib/preferences.ts'
import { keys } from '../../lib/query.ts'
import { useVendors } from '../../lib/vendors.tsx'
import type { RendererVendors } from '../../vendors/vendor.ts'
import { matching, type Entry } from './palette-entries.ts'

const limit = 20

/**
 * What the palette offers for a search: commands and drafts filtered here, items and notes searched by main. The first are
 * those of this very search: who types and presses Enter at once must not carry out a command of the list before.
 */
export function usePaletteEntries(search: string): Entry[] {
  const wanted = search.trim()
  const asked = useDeferredValue(wanted)
  const actions = useActions()
  const drafts = useDraftEntries(asked)
  const items = useItemEntries(asked)
  const further = useFurtherEntries(asked)
  return wanted === '' ? [...actions, ...drafts.slice(0, 5)] : [...matching(actions, wanted), ...drafts, ...items, ...further]
}

function useActions(): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  const startDraft = useStartDraft()
  const accounts = useAccounts()
  const activate = useActivateAccount()
  const platform = useAppInfo()?.platform ?? ''
  const action = (id: string, label: string, run: () => void, hint?: string): Entry => ({
    id,
    group: 'actions',
    label,
    run,
    hint,
  })
  return [
    ...kindNames.map((kind) =>
      action(`new-${kind}`, say(`${kinds[kind].screen}.new`), () => startDraft(kind), newKeyName(platform, kind)),
    ),
    action('new-bulk', say('shell.newBulk'), () => navigate({ screen: 'bulk' })),
    ...screens.map((screen, index) =>
      action(
        `go-${screen}`,
        say('shell.palette.go', { screen: say(titleOfScreen(screen)) }),
        () => navigate({ screen }),
        keyName(platform, 'Ctrl', String(index + 1)),
      ),
    ),
    ...accounts.map(({ id, settings }) =>
      action(
        `use-${id}`,
        say('shell.palette.use', { name: settings.name }),
        () => activate(settings.kind, id),
        `${vendorName(settings.kind)} · ${say(`ui.environment.${settings.environment}`)}`,
      ),
    ),
  ]
}

/** Typed by kind, so that each vendor is given drafts of its own. */
const draftWords = <K extends Kind>(vendors: RendererVendors, kind: K, draft: SummaryOf<K>) => vendors[kind].draftWords(draft)

function useDraftEntries(search: string): Entry[] {
  const say = useSay()
  const format = useFormat()
  const { navigate } = useNavigation()
  const vendors = useVendors()
  const untitled = say('shell.draft.untitled')
  const found = useQueries({
    queries: kindNames.map((kind) => ({
      queryKey: keys.draftsFound(kind, search),
      queryFn: () => unwrap(client.drafts.list({ kind, search, limit })),
      placeholderData: keepPreviousData,
    })),
  })
  return found
    .flatMap(({ data, dataUpdatedAt }) => (data?.items ?? []).map((draft) => ({ draft, now: new Date(dataUpdatedAt) })))
    .toSorted((one, other) => other.draft.updatedAt.localeCompare(one.draft.updatedAt))
    .map(({ draft, now }): Entry => {
      const { subject, detail } = draftWords(vendors, draft.kind, draft)
      return {
        id: `draft-${draft.id}`,
        group: 'drafts',
        label: say(`${kinds[draft.kind].screen}.named`, { subject: subject || untitled }),
        hint: [detail, format.moment(draft.updatedAt, now)].filter(Boolean).join(' · '),
        run: () => navigate({ screen: kinds[draft.kind].screen, id: draft.id }),
      }
    })
}

function useItemEntries(search: string): Entry[] {
  const say = useSay()
  const format = useFormat()
  const { navigate } = useNavigation()
  const filter = { search, kinds: [], states: [], limit, cursor: null }
  const { data, dataUpdatedAt } = useQuery({
    queryKey: keys.history(filter),
    queryFn: () => unwrap(client.history.list(filter)),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  return (search === '' ? [] : (data?.items ?? [])).map((item) => ({
    id: `item-${item.id}`,
    group: 'items',
    label: say(`${factsOf(item.kind).screen}.named`, { subject: item.subject }),
    hint: [
      item.context || shortened(item.excerpt),
      say(`ui.status.${item.state}`),
      format.moment(item.createdAt, new Date(dataUpdatedAt)),
    ]
      .filter(Boolean)
      .join(' · '),
    run: () => navigate({ screen: 'history', id: item.id }),
  }))
}

/** What vendors know beside drafts and items, each under its own heading. */
function useFurtherEntries(search: string): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  const vendors = useVendors()
  const searches = kindNames.flatMap((kind) => {
    const { furtherSearch } = vendors[kind]
    return furtherSearch ? [{ kind, ...furtherSearch }] : []
  })
  const found = useQueries({
    queries: searches.map(({ queryKey, find }) => ({
      queryKey: queryKey(search),
      queryFn: () => find(search, limit),
      enabled: search !== '',
      placeholderData: keepPreviousData,
    })),
  })
  if (search === '') return []
  return searches.flatMap(({ kind, title }, index) =>
    (found[index]?.data ?? []).map(({ submissionId, subject, detail }): Entry => ({
      id: `${kind}-${submissionId}`,
      group: title,
      label: say(`${kinds[kind].screen}.named`, { subject }),
      hint: detail,
      run: () => navigate({ screen: 'history', id: submissionId }),
    })),
  )
}
