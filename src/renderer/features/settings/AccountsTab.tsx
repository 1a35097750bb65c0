import { Building2 } from 'lucide-react'
import { vendors } from '#shared/domain/kinds.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { AccountDetail } from './AccountDetail.tsx'
import { AccountList } from './AccountList.tsx'
import { AddAccountButton, newAccountId } from './AddAccountButton.tsx'
import { NewAccount } from './NewAccount.tsx'

/** The accounts at the left; the chosen one, or a new one, at the right. */
export function AccountsTab() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const id = place.id ?? null
  const account = useAccount(id)
  const newKind = vendors.find((vendor) => id === newAccountId(vendor))
  const open = (next?: string) => navigate({ screen: 'settings', section: 'accounts', id: next })
  return (
    <SplitView
      name="accounts"
      listLabel={say('settings.list')}
      list={<AccountList selectedId={id} onOpen={open} />}
      detailLabel={say('settings.detail')}
      isDetailOpen={account !== null || newKind !== undefined}
      onCloseDetail={open}
      detail={
        newKind ? (
          <NewAccount
            key={newKind}
            kind={newKind}
            onSaved={(saved) => navigate({ screen: 'settings', section: 'accounts', id: saved }, { replace: true })}
          />
        ) : account ? (
          <AccountDetail key={account.id} account={account} onRemoved={open} />
        ) : (
          <EmptyState
            icon={<Building2 aria-hidden="true" />}
            title={say('settings.none.title')}
            actions={<AddAccountButton onAdd={open} />}
          >
            {say('settings.none.text')}
          </EmptyState>
        )
      }
    />
  )
}
