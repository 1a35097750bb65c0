import type { ReactNode } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useVendor } from '../../lib/vendors.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Column, Section } from '../../ui/Section.tsx'
import { PaneBody } from '../../ui/SplitView.tsx'

/** An account that the person's organisation set: to be read, given its key and tried. */
export function OrganisationAccount({ account, before }: { readonly account: Account; readonly before: ReactNode }) {
  const say = useSay()
  const { settings } = account
  const { Check } = useVendor(settings.kind).settings
  return (
    <PaneBody>
      <Column>
        <Notice>{say('account.organisations')}</Notice>
        {before}
        <Section title={say('settings.detail')}>
          <KeyValue
            entries={[
              { label: say('settings.field.name'), value: settings.name },
              { label: say('settings.field.environment'), value: say(`settings.environment.${settings.environment}`) },
              { label: say(`settings.field.url.${settings.kind}`), value: settings.url, mono: true },
            ]}
          />
        </Section>
        <Check account={account} isChanged={false} />
      </Column>
    </PaneBody>
  )
}
