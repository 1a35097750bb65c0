import { useMutation } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useAppInfo } from '../../lib/preferences.ts'
import { cx } from '../../ui/cx.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Column } from '../../ui/Section.tsx'
import css from './AboutTab.module.css'
import { CopyDiagnostics } from './CopyDiagnostics.tsx'
import { PolicySection } from './PolicySection.tsx'
import { UpdateSection } from './UpdateSection.tsx'

/** What this installation is, where it keeps its data, and how keys are kept. */
export function AboutTab() {
  const say = useSay()
  const info = useAppInfo()
  const open = useMutation({ mutationFn: () => unwrap(client.app.openDataFolder(undefined)) })
  if (!info) return null
  return (
    <Column>
      {info.standIn && <Notice title={say('settings.about.standIn.title')}>{say('settings.about.standIn')}</Notice>}
      {info.keychain !== 'available' && (
        <Notice tone={info.keychain === 'broken' ? 'error' : 'warn'}>
          {say(`settings.keychain.${info.keychain}`)}
          {info.keychainDetail !== null && <code className={cx(css.detail)}>{info.keychainDetail}</code>}
        </Notice>
      )}
      <KeyValue
        entries={[
          { label: say('settings.about.version'), value: info.version },
          { label: say('settings.about.platform'), value: info.platform },
          { label: say('settings.about.folder'), value: info.dataFolder, mono: true },
          ...(info.keychain === 'available'
            ? [{ label: say('settings.about.keychain'), value: say('settings.keychain.available') }]
            : []),
        ]}
      />
      <FailureNotice error={open.error} />
      <div className={cx(css.buttons)}>
        <Button icon={<FolderOpen aria-hidden="true" />} onPress={() => open.mutate()}>
          {say('settings.about.folder.open')}
        </Button>
        <CopyDiagnostics />
      </div>
      <UpdateSection />
      <PolicySection />
    </Column>
  )
}
