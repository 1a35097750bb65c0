import { Building2, FlaskConical, KeyRound, ShieldCheck } from 'lucide-react'
import type { SecretState } from '#shared/domain/account.ts'
import { languages, languageTags } from '#shared/languages/index.ts'
import { kindNames, kinds, vendorName, vendors as vendorNames } from '#shared/domain/kinds.ts'
import { useAccounts } from '../../lib/active-accounts.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useStartDraft } from '../../lib/new-draft.ts'
import { useAppInfo, usePolicy, usePreferences, useSetPreferences } from '../../lib/preferences.ts'
import { useVendors } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RestoreButton } from '../../ui/safety/RestoreButton.tsx'
import css from './Welcome.module.css'

/** Of an account that still wants its key. */
const withoutKey: ReadonlySet<SecretState> = new Set(['missing', 'no-keychain'])

/** Once, at the first start: the language, what the practice environment is, the ways on, and what is kept where. */
export function Welcome() {
  const say = useSay()
  const { welcomeSeen, language } = usePreferences()
  const { mutate } = useSetPreferences()
  const { navigate } = useNavigation()
  const startDraft = useStartDraft()
  const info = useAppInfo()
  const vendors = useVendors()
  const format = useFormat()
  const organisation = usePolicy()
  const accounts = useAccounts()
  const given = accounts.find(({ isOrganisations, secret }) => isOrganisations && withoutKey.has(secret.state))
  const isLanguageSet = organisation?.set.includes('language') ?? false

  const close = () => mutate({ welcomeSeen: true })
  const closeAnd = (next: () => unknown) => () => {
    close()
    next()
  }

  return (
    <Dialog isOpen={!welcomeSeen && accounts.length > 0} onClose={close} title={say('onboarding.title')} size="medium">
      <SegmentedControl
        label={say('onboarding.language')}
        description={isLanguageSet ? say('policy.set') : undefined}
        isDisabled={isLanguageSet}
        value={language}
        onChange={(value) => mutate({ language: value })}
        options={[
          { value: 'system', label: say('settings.preferences.language.system') },
          ...languageTags.map((tag) => ({ value: tag, label: languages[tag].name })),
        ]}
      />
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
          {say(given ? 'onboarding.given' : 'onboarding.real')}
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
          onPress={closeAnd(() => navigate({ screen: 'settings', section: 'accounts', id: given?.id }))}
        >
          {given ? say('onboarding.account.given', { name: given.settings.name }) : say('onboarding.account')}
        </Button>
        <RestoreButton label={say('restore.button')} isOpen wide />
        <Button variant="quiet" wide onPress={close}>
          {say('onboarding.later')}
        </Button>
      </div>
      <KeyValue
        entries={[
          {
            label: say('onboarding.kept'),
            value: say(`onboarding.kept.${info?.keychain === 'available' ? 'keychain' : 'memory'}`),
          },
          { label: say('onboarding.folder'), value: info?.dataFolder, mono: true },
        ]}
      />
    </Dialog>
  )
}
