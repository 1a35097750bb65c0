import { Search } from 'lucide-react'
import { kindOfVendor, kinds, vendors, type Vendor } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { cx } from '../../ui/cx.ts'
import { AccountSwitcher } from './AccountSwitcher.tsx'
import { ConnectionState } from './ConnectionState.tsx'
import css from './Header.module.css'
import { useKeyName } from '../../lib/key-names.ts'

/** Which accounts new items go to, the way to everything else, and whether there is a network. */
export function Header({ onOpenPalette }: { onOpenPalette: () => void }) {
  const say = useSay()
  const { place } = useNavigation()
  const isOfScreen = (vendor: Vendor) => kinds[kindOfVendor(vendor)].screen === place.screen
  const keys = useKeyName('palette')
  return (
    <header className={cx(css.header)} data-region aria-label={say('shell.header')}>
      <span className={cx(css.brand)} aria-hidden="true">
        Balie
      </span>
      <div className={cx(css.accounts)}>
        {vendors.map((vendor) => (
          <AccountSwitcher key={vendor} kind={vendor} isOfScreen={isOfScreen(vendor)} />
        ))}
      </div>
      <button
        type="button"
        className={cx(css.search)}
        aria-label={`${say('shell.search')} ${keys}`}
        aria-keyshortcuts="Control+K"
        onClick={onOpenPalette}
      >
        <Search aria-hidden="true" />
        <span className={cx(css.searchWords)}>{say('shell.search')}</span> <kbd>{keys}</kbd>
      </button>
      <ConnectionState />
    </header>
  )
}
