import { Check, ChevronDown, KeyRound } from 'lucide-react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { Account, AccountKind } from '#shared/domain/account.ts'
import { vendorName } from '#shared/domain/kinds.ts'
import { useAccounts, useActivateAccount, useActiveAccount } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { cx } from '../../ui/cx.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import css from './AccountSwitcher.module.css'

const lacksKey = (account: Account) => !['public', 'stored', 'session'].includes(account.secret.state)

interface AccountSwitcherProps {
  readonly kind: AccountKind
  /** Whether the screen in view is this vendor's: where there is little room, only that one is there. */
  readonly isOfScreen: boolean
}

/** Which of a vendor's accounts new items are made for. */
export function AccountSwitcher({ kind, isOfScreen }: AccountSwitcherProps) {
  const say = useSay()
  const { navigate } = useNavigation()
  const active = useActiveAccount(kind)
  const accounts = useAccounts().filter((account) => account.settings.kind === kind)
  const activate = useActivateAccount()
  const manage = () => navigate({ screen: 'settings', section: 'accounts', id: active?.id })
  const vendor = vendorName(kind)

  return (
    <div className={cx(css.switcher)} data-account={kind} data-of-screen={isOfScreen || undefined}>
      <span className={cx(css.vendor)} aria-hidden="true">
        {vendor}
      </span>
      {active ? (
        <MenuTrigger>
          <Button
            className={cx(css.trigger, active.settings.environment !== 'production' && css.practice)}
            aria-label={say('shell.account.switch', {
              kind: vendor,
              environment: say(`ui.environment.${active.settings.environment}`),
              name: active.settings.name,
            })}
          >
            <EnvironmentBadge environment={active.settings.environment} />{' '}
            <span className={cx(css.name)}>{active.settings.name}</span>
            {lacksKey(active) && <KeyRound aria-hidden="true" className={cx(css.key)} />}
            <ChevronDown aria-hidden="true" />
          </Button>
          <Popover className={cx(css.popover)} placement="bottom start">
            <Menu
              className={cx(css.menu)}
              onAction={(key) => (key === 'manage' ? manage() : activate(kind, String(key)))}
              selectionMode="none"
            >
              <MenuSection>
                <Header className={cx(css.note)}>{say(`shell.account.${kind}.note`)}</Header>
                {accounts.map((account) => (
                  <MenuItem key={account.id} id={account.id} textValue={account.settings.name} className={cx(css.item)}>
                    <EnvironmentBadge environment={account.settings.environment} />
                    <span className={cx(css.name)}>
                      {account.settings.name}
                      {lacksKey(account) && <span className={cx(css.missing)}>{say('shell.account.noKey')}</span>}
                    </span>
                    {account.id === active.id && <Check aria-hidden="true" />}
                  </MenuItem>
                ))}
              </MenuSection>
              <Separator className={cx(css.line)} />
              <MenuItem id="manage" className={cx(css.item)}>
                {say('shell.account.manage')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      ) : (
        <Button className={cx(css.trigger)} onPress={manage}>
          {say('shell.account.none')}
        </Button>
      )}
    </div>
  )
}
