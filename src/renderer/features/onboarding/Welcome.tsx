import { Building2, FlaskConical, KeyRound, ShieldCheck } from 'lucide-react'
import { kindNames, kinds, vendorName, vendors as vendorNames } from '#shared/domain/kinds.ts'
import { useAccounts } from '../../lib/active-accounts.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useStartDraft } from '../../lib/new-draft.ts'
import { useAppInfo, usePreferences, useSetPreferences } from '../../lib/preferences.ts'
import { useVendors } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './Welcome.module.css'

/** Once, at the first start: what the practice environment is, and the ways on. */
export function Welcome() {
  const say = useSay()
  const { welcomeSeen } = usePreferences()
  const { mutate } = useSetPreferences()
  const { navigate } = useNavigation()
  const startDraft = useStartDraft()
  const info = useAppInfo()
  const vendors = useVendors()
  const format = useFormat()
  const isReady = useAccounts().length > 0

  const close = () => mutate({ welcomeSeen: true })
  const closeAnd = (next: () => unknown) => () => {
    close()
    next()
  }

  return (
    <Dialog isOpen={!welcomeSeen && isReady} onClose={close} title={say('onboarding.title')} size="medium">
      <p>{say('onboarding.lead')}</p>
      <ul className={cx(css.points)}>
        <li>
          <ShieldCheck aria-hidden="true" />
          {say('onboarding.safe', { vendors: format.either(vendorNames.map(vendorName)) })}
        </li>
        <li>
          <FlaskConical aria-hidden="true" />
          {say('onboarding.mark')}
        </li>
        <li>
          <KeyRound aria-hidden="true" />
          {say('onboarding.real')}
        </li>
      </ul>
      {info?.keychain === 'no-keychain' && <Notice tone="warn">{say('onboarding.noKeychain')}</Notice>}
      <div className={cx(css.ways)}>
        {kindNames.map((kind, index) => {
          const Icon = vendors[kind].icon
          return (
            <Button
              key={kind}
              variant={index === 0 ? 'primary' : 'secondary'}
              wide
              icon={<Icon aria-hidden="true" />}
              onPress={closeAnd(() => startDraft(kind))}
              autoFocus={index === 0}
            >
              {say(`${kinds[kind].screen}.practise`)}
            </Button>
          )
        })}
        <Button
          wide
          icon={<Building2 aria-hidden="true" />}
          onPress={closeAnd(() => navigate({ screen: 'settings', section: 'accounts' }))}
        >
          {say('onboarding.account')}
        </Button>
        <Button variant="quiet" wide onPress={close}>
          {say('onboarding.later')}
        </Button>
      </div>
    </Dialog>
  )
}
