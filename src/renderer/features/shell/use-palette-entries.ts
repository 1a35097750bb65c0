import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { Draft } from '#shared/domain/draft.ts'
import { useAccounts, useActivateAccount } from '../../lib/active-accounts.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { screens, useNavigation } from '../../lib/navigation.tsx'
import { useStartDraft } from '../../lib/new-draft.ts'
import { useAppInfo } from '../../lib/preferences.ts'
import { keys } from '../../lib/query.ts'
import { matching, type Entry } from './palette-entries.ts'
import { keyName } from './shortcuts.ts'

const limit = 20

/**
 * What the palette offers for a search: commands and drafts filtered here, items and notes searched by main. The first are
 * those of this very search: who types and presses Enter at once must not carry out a command of the list before.
 */
export function usePaletteEntries(search: string): Entry[] {
  const wanted = search.trim()
  const asked = useDeferredValue(wanted)
  const actions = useActions()
  const drafts = useDraftEntries()
  const items = useItemEntries(asked)
  const notes = useNoteEntries(asked)
  return wanted === '' ? [...actions, ...drafts.slice(0, 5)] : [...matching([...actions, ...drafts], wanted), ...items, ...notes]
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
    action('new-dispute', say('shell.newDispute'), () => startDraft('billink'), keyName(platform, 'Ctrl', 'N')),
    action('new-note', say('shell.newNote'), () => startDraft('digiwallet'), keyName(platform, 'Ctrl', 'Shift', 'N')),
    action('new-bulk', say('shell.newBulk'), () => navigate({ screen: 'bulk' })),
    ...screens.map((screen, index) =>
      action(
        `go-${screen}`,
        say('shell.palette.go', { screen: say(`shell.nav.${screen}`) }),
        () => navigate({ screen }),
        keyName(platform, 'Ctrl', String(index + 1)),
      ),
    ),
    ...accounts.map(({ id, settings }) =>
      action(
        `use-${id}`,
        say('shell.palette.use', { name: settings.name }),
        () => activate(settings.kind, id),
        `${say(`shell.account.${settings.kind}`)} · ${say(`ui.environment.${settings.environment}`)}`,
      ),
    ),
  ]
}

function useDraftEntries(): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  const disputes =
    useQuery({ queryKey: keys.drafts('dispute'), queryFn: () => unwrap(client.drafts.list({ kind: 'dispute' })) }).data ?? []
  const notes =
    useQuery({ queryKey: keys.drafts('note'), queryFn: () => unwrap(client.drafts.list({ kind: 'note' })) }).data ?? []
  const untitled = say('shell.draft.untitled')

  function entry(draft: Draft): Entry {
    const isDispute = draft.kind === 'dispute'
    const subject = (isDispute ? draft.fields.invoice : draft.fields.saleID) || untitled
    return {
      id: `draft-${draft.id}`,
      group: 'drafts',
      label: say(isDispute ? 'shell.draft.dispute' : 'shell.draft.note', { subject }),
      hint: isDispute ? draft.fields.customerName : draft.fields.text.slice(0, 60),
      words: Object.values(draft.fields).join(' '),
      run: () => navigate({ screen: isDispute ? 'disputes' : 'notes', id: draft.id }),
    }
  }
  return [...disputes, ...notes].map(entry)
}

function useItemEntries(search: string): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  const filter = { search, kinds: [], states: [], limit, cursor: null }
  const { data } = useQuery({
    queryKey: keys.history(filter),
    queryFn: () => unwrap(client.history.list(filter)),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  return (search === '' ? [] : (data?.items ?? [])).map((item) => ({
    id: `item-${item.id}`,
    group: 'items',
    label: say(item.kind === 'dispute.create' ? 'shell.draft.dispute' : 'shell.draft.note', { subject: item.subject }),
    hint: `${item.context} · ${say(`ui.status.${item.state}`)}`,
    run: () => navigate({ screen: 'history', id: item.id }),
  }))
}

function useNoteEntries(search: string): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  const { data } = useQuery({
    queryKey: keys.knownNotes(search),
    queryFn: () => unwrap(client.notes.known({ search, limit, cursor: null })),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  return (search === '' ? [] : (data?.items ?? [])).map((note) => ({
    id: `note-${note.newest.submissionId}`,
    group: 'notes',
    label: say('shell.draft.note', { subject: note.target.saleID }),
    hint: note.text ?? `${note.target.outletID} · ${note.target.paymentMethodCode}`,
    run: () => navigate({ screen: 'history', id: note.newest.submissionId }),
  }))
}
