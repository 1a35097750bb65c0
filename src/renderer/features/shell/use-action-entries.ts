import { useQuery } from '@tanstack/react-query'
import { kindNames, kinds, vendorName, type Kind } from '#shared/domain/kinds.ts'
import { useAccounts, useActivateAccount } from '../../lib/active-accounts.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { SummaryOf } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { comboName, shortcutNames } from '../../lib/key-names.ts'
import { keyOfScreen, keyTable } from '../../lib/key-table.ts'
import { screens, settingsSections, titleOfScreen, useNavigation } from '../../lib/navigation.tsx'
import { useStartDraft } from '../../lib/new-draft.ts'
import { useAppInfo } from '../../lib/preferences.ts'
import { keys } from '../../lib/query.ts'
import { useVendors } from '../../lib/vendors.tsx'
import { useRowsActions } from '../../ui/draft/use-rows-actions.ts'
import type { RendererVendors } from '../../vendors/vendor.ts'
import type { Entry } from './palette-entries.ts'

/** What can be done from anywhere. */
export function useActionEntries(): Entry[] {
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
      action(
        `new-${kind}`,
        say(`${kinds[kind].screen}.new`),
        () => startDraft(kind),
        shortcutNames(platform, keyTable[`new-${kind}`])[0],
      ),
    ),
    action('new-bulk', say('shell.newBulk'), () => navigate({ screen: 'bulk' })),
    ...screens.map((screen) =>
      action(
        `go-${screen}`,
        say('shell.palette.go', { screen: say(titleOfScreen(screen)) }),
        () => navigate({ screen }),
        comboName(platform, keyOfScreen(screen)),
      ),
    ),
    ...settingsSections.map((section) =>
      action(`settings-${section}`, say('shell.palette.settings', { section: say(`settings.tab.${section}`) }), () =>
        navigate({ screen: 'settings', section }),
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

const subjectOf = <K extends Kind>(vendors: RendererVendors, kind: K, draft: SummaryOf<K>) =>
  vendors[kind].draftWords(draft).subject
const nothing = () => {}

/** What can be done with what is open: a draft or an item, whichever screen shows it. */
export function useOpenEntries(): Entry[] {
  const { place } = useNavigation()
  const vendors = useVendors()
  const id = place.screen === 'settings' ? '' : (place.id ?? '')
  // Whoever shows it has the answer already; what is neither has none.
  const { data: draft } = useQuery({
    queryKey: keys.draft(id),
    queryFn: () => unwrap(client.drafts.get({ id })),
    enabled: false,
  })
  const { data: item } = useQuery({
    queryKey: keys.submission(id),
    queryFn: () => unwrap(client.history.get({ id })),
    enabled: false,
  })
  const actionsOf = useRowsActions((one) => subjectOf(vendors, one.kind, one), nothing)
  const open = draft ? [{ draft }] : item ? [{ item }] : []
  return actionsOf(open)
    .filter(() => open.length > 0)
    .map(({ id: name, label, run }) => ({ id: `open-${name}`, group: 'open', label, run }))
}
