import { languages, languageTags } from '#shared/languages/index.ts'
import { useSay } from '../../lib/i18n.tsx'
import { usePolicy, usePreferences, useSetPreferences } from '../../lib/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Column } from '../../ui/Section.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { ProxySection } from './ProxySection.tsx'

const sizes = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** How Balie looks, speaks and waits on this computer. Each choice takes effect at once. */
export function PreferencesTab() {
  const say = useSay()
  const { language, theme, textSize, holdSeconds } = usePreferences()
  const { mutate, error } = useSetPreferences()
  const organisation = usePolicy()
  const isSet = (name: 'language' | 'holdSeconds') => organisation?.set.includes(name) ?? false
  return (
    <Column>
      <FailureNotice error={error} />
      <SegmentedControl
        label={say('settings.preferences.language')}
        description={isSet('language') ? say('policy.set') : undefined}
        isDisabled={isSet('language')}
        value={language}
        onChange={(value) => mutate({ language: value })}
        options={[
          { value: 'system', label: say('settings.preferences.language.system') },
          ...languageTags.map((tag) => ({ value: tag, label: languages[tag].name })),
        ]}
      />
      <SegmentedControl
        label={say('settings.preferences.theme')}
        value={theme}
        onChange={(value) => mutate({ theme: value })}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: say(`settings.preferences.theme.${value}`),
        }))}
      />
      <SelectField
        label={say('settings.preferences.textSize')}
        value={String(textSize)}
        onChange={(value) => {
          const size = sizes.find((candidate) => String(candidate) === value)
          if (size) mutate({ textSize: size })
        }}
        options={sizes.map((size) => ({ value: String(size), label: `${size}%` }))}
      />
      <NumberField
        label={say('settings.preferences.hold')}
        description={say(isSet('holdSeconds') ? 'policy.set' : 'settings.preferences.hold.hint')}
        isDisabled={isSet('holdSeconds')}
        unit={say('settings.preferences.seconds')}
        min={0}
        max={60}
        value={holdSeconds}
        onChange={(value) => Number.isInteger(value) && mutate({ holdSeconds: value })}
      />
      <ProxySection />
      <div>
        <Button onPress={() => mutate({ welcomeSeen: false })}>{say('settings.preferences.welcome')}</Button>
      </div>
    </Column>
  )
}
