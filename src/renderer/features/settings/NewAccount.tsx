import type { AccountKind } from '#shared/domain/account.ts'
import { vendorName } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaneHeader } from '../../ui/SplitView.tsx'
import { AccountForm } from './AccountForm.tsx'
import { emptyAccount } from './account-values.ts'
import { newAccountId } from './AddAccountButton.tsx'

/** An account that is not there yet; its key comes after it is stored. */
export function NewAccount({ kind, onSaved }: { kind: AccountKind; onSaved: (id: string) => void }) {
  const say = useSay()
  return (
    <>
      <PaneHeader title={say('settings.add.title', { vendor: vendorName(kind) })} />
      <AccountForm
        id={newAccountId(kind)}
        accountId={null}
        kind={kind}
        stored={emptyAccount(kind)}
        onSaved={(account) => {
          toast(say('settings.saved'))
          onSaved(account.id)
        }}
        before={<Notice>{say('settings.secret.after')}</Notice>}
      />
    </>
  )
}
