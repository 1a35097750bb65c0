import { kindNames, kinds, vendorName, vendors } from '#shared/domain/kinds.ts'
import { useAccountInView } from '../../lib/account-in-view.tsx'
import { useAccounts, useActiveAccounts } from '../../lib/active-accounts.ts'
import { useFormat } from '../../lib/format.ts'
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
  const activeAccount = useActiveAccounts()
  const format = useFormat()
  const open = accounts.find((account) => account.id === inView)
  const banner = bannerFor(open ? [open] : vendorsOn(place.screen).flatMap((vendor) => activeAccount(vendor) ?? []))
  if (!banner) return null
  const vendor = format.either(banner.kinds.map(vendorName))
  return (
    <div className={cx(css.banner)} role="note" data-banner={banner.environment}>
      <EnvironmentBadge environment={banner.environment} />
      <span>{say(`shell.banner.${banner.environment}`, { name: banner.names.join(', '), vendor })}</span>
    </div>
  )
}

/** The vendors a screen is about while no item is open on it: its own, or all. */
function vendorsOn(screen: Screen) {
  const own = kindNames.filter((kind) => kinds[kind].screen === screen).map((kind) => kinds[kind].vendor)
  return own.length > 0 ? own : vendors
}
