import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { useShowAccountOf } from '../../lib/account-in-view.tsx'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useVendor } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaneHeader } from '../../ui/SplitView.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { AccountForm } from './AccountForm.tsx'
import { valuesOf } from './account-values.ts'
import { HeldItems } from './HeldItems.tsx'
import { OrganisationAccount } from './OrganisationAccount.tsx'
import { SecretPanel } from './SecretPanel.tsx'
import { unsavedAccounts } from './unsaved-accounts.ts'

/** One account: what waits for it, its key, its settings, and whether they work. */
export function AccountDetail({ account, onRemoved }: { account: Account; onRemoved: () => void }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { id, settings } = account
  const { Check } = useVendor(settings.kind).settings
  useShowAccountOf(id)

  async function remove(): Promise<void> {
    try {
      await unwrap(client.accounts.remove({ accountId: id }))
      unsavedAccounts.delete(id)
      toast(say('settings.removed'))
      onRemoved()
    } catch (error) {
      setRefusal(sayMessage(failureOf(error).message))
    }
  }

  const before = (
    <>
      {refusal !== null && (
        <Notice tone="error" role="alert">
          {refusal}
        </Notice>
      )}
      <HeldItems account={account} />
      <SecretPanel account={account} />
    </>
  )
  return (
    <>
      <PaneHeader
        title={
          <>
            <EnvironmentBadge environment={settings.environment} />
            <h1>{settings.name}</h1>
          </>
        }
        actions={
          !account.isOrganisations && (
            <Button variant="quiet" onPress={() => setAsking(true)}>
              {say('settings.remove')}
            </Button>
          )
        }
      />
      {account.isOrganisations ? (
        <OrganisationAccount account={account} before={before} />
      ) : (
        <AccountForm
          id={id}
          accountId={id}
          kind={settings.kind}
          stored={valuesOf(account)}
          endpoint={account.endpoint}
          onSaved={() => toast(say('settings.saved'))}
          before={before}
          renderAfter={(isChanged) => <Check account={account} isChanged={isChanged} />}
        />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={say('settings.remove.title', { name: settings.name })}
        confirmLabel={say('settings.remove')}
        onConfirm={remove}
        isDanger
      >
        {say('settings.remove.text')}
      </ConfirmDialog>
    </>
  )
}
