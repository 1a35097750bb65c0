import { useSay } from '../../lib/i18n.tsx'
import { useNavigation, type SettingsSection } from '../../lib/navigation.tsx'
import { cx } from '../../ui/cx.ts'
import { PaneBody } from '../../ui/SplitView.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AboutTab } from './AboutTab.tsx'
import { AccountsTab } from './AccountsTab.tsx'
import { PreferencesTab } from './PreferencesTab.tsx'
import { PrivacyTab } from './PrivacyTab.tsx'
import { SafetyTab } from './SafetyTab.tsx'
import { TeamTab } from './team/TeamTab.tsx'
import { TemplatesTab } from './templates/TemplatesTab.tsx'
import css from './SettingsScreen.module.css'

/** Accounts and keys, how Balie looks and waits, and what it is. */
export function SettingsScreen() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const section = (place.screen === 'settings' ? place.section : undefined) ?? 'accounts'
  const tab = (key: SettingsSection, content: React.ReactNode) => ({ key, label: say(`settings.tab.${key}`), content })
  return (
    <div className={cx(css.screen)}>
      <h1 className={cx(css.title)}>{say('settings.title')}</h1>
      <Tabs
        label={say('settings.title')}
        selected={section}
        onSelect={(key) => navigate({ screen: 'settings', section: key })}
        tabs={[
          tab('accounts', <AccountsTab />),
          tab('templates', <TemplatesTab />),
          tab(
            'preferences',
            <PaneBody>
              <PreferencesTab />
            </PaneBody>,
          ),
          tab(
            'safety',
            <PaneBody>
              <SafetyTab />
            </PaneBody>,
          ),
          tab(
            'privacy',
            <PaneBody>
              <PrivacyTab />
            </PaneBody>,
          ),
          tab(
            'team',
            <PaneBody>
              <TeamTab />
            </PaneBody>,
          ),
          tab(
            'about',
            <PaneBody>
              <AboutTab />
            </PaneBody>,
          ),
        ]}
      />
    </div>
  )
}
