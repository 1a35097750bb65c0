import { KeyRound, PauseCircle, PencilLine } from 'lucide-react'
import type { Account } from '#shared/domain/account.ts'
import { vendorName, vendors } from '#shared/domain/kinds.ts'
import { useAccounts } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { DamagedRecords } from '../../ui/damaged/DamagedRecords.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { PaneBody } from '../../ui/SplitView.tsx'
import css from './AccountList.module.css'
import { AddAccountButton } from './AddAccountButton.tsx'
import { unsavedAccounts } from './unsaved-accounts.ts'

/** The accounts by vendor, each with what asks for attention. */
export function AccountList({ selectedId, onOpen }: { selectedId: string | null; onOpen: (id: string) => void }) {
  const accounts = useAccounts()
  return (
    <>
      <DamagedRecords sources={['accounts']} />
      <PaneBody padded={false}>
        {vendors.map((kind) => (
          <div key={kind} className={cx(css.group)}>
            <h2>{vendorName(kind)}</h2>
            <ul>
              {accounts
                .filter(({ settings }) => settings.kind === kind)
                .map((account) => (
                  <li key={account.id}>
                    <button
                      type="button"
                      className={cx(css.row)}
                      aria-current={account.id === selectedId || undefined}
                      onClick={() => onOpen(account.id)}
                    >
                      <EnvironmentBadge environment={account.settings.environment} />
                      <span className={cx(css.name)}>{account.settings.name}</span>
                      <Attention account={account} />
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </PaneBody>
      <div className={cx(css.foot)}>
        <AddAccountButton onAdd={onOpen} />
      </div>
    </>
  )
}

function Attention({ account: { id, secret, heldItems } }: { account: Account }) {
  const say = useSay()
  const hasKey = ['public', 'stored', 'session'].includes(secret.state)
  return (
    <>
      {unsavedAccounts.has(id) && <PencilLine className={cx(css.quiet)} role="img" aria-label={say('settings.unsaved')} />}
      {heldItems > 0 && (
        <PauseCircle className={cx(css.warn)} role="img" aria-label={say('settings.held.title', { count: heldItems })} />
      )}
      {!hasKey && <KeyRound className={cx(css.warn)} role="img" aria-label={say('shell.account.noKey')} />}
    </>
  )
}
