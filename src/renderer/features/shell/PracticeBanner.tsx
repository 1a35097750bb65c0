import type { Account } from '#shared/domain/account.ts'
import { useAccountInView } from '../../lib/account-in-view.tsx'
import { useAccounts, useActiveAccount } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation, type Screen } from '../../lib/navigation.tsx'
import { cx } from '../../ui/cx.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import css from './PracticeBanner.module.css'
import { bannerFor } from './practice-banner.ts'

/** Says on every screen that what is in view is not the real administration. */
export function PracticeBanner() {
  const say = useSay()
  const { place } = useNavigation()
  const inView = useAccountInView()
  const accounts = useAccounts()
  const active = { billink: useActiveAccount('billink'), digiwallet: useActiveAccount('digiwallet') }
  const open = accounts.find((account) => account.id === inView)
  const banner = bannerFor(open ? [open] : relevant(place.screen, active))
  if (!banner) return null
  const vendor = banner.kinds.length > 1 ? say('shell.vendors.both') : say(`shell.account.${banner.kinds[0] ?? 'billink'}`)
  return (
    <div className={cx(css.banner)} role="note" data-banner={banner.environment}>
      <EnvironmentBadge environment={banner.environment} />
      <span>{say(`shell.banner.${banner.environment}`, { name: banner.names.join(', '), vendor })}</span>
    </div>
  )
}

/** The accounts a screen is about while no item is open on it. */
function relevant(screen: Screen, active: { billink: Account | null; digiwallet: Account | null }): Account[] {
  const shown =
    screen === 'disputes' ? [active.billink] : screen === 'notes' ? [active.digiwallet] : [active.billink, active.digiwallet]
  return shown.filter((account) => account !== null)
}
