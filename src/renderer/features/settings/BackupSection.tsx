import { useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useEvent } from '../../lib/events.ts'
import { useFormat } from '../../lib/format.ts'
import { useBackupStatus } from '../../lib/gate.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { NewPassphraseDialog } from '../../ui/safety/NewPassphraseDialog.tsx'
import { RestoreButton } from '../../ui/safety/RestoreButton.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/Toaster.tsx'

/** Makes a backup and puts one back; says when the last was made. */
export function BackupSection() {
  const say = useSay()
  const format = useFormat()
  const status = useBackupStatus()
  const [isAsking, setAsking] = useState(false)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useEvent('backup.progress', setProgress)
  const lastAt = status?.lastAt ?? null
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0
  return (
    <Section title={say('backup.title')} description={say('backup.text')}>
      <p>{lastAt === null ? say('backup.never') : say('backup.last', { at: format.moment(lastAt) })}</p>
      <div>
        <Button onPress={() => setAsking(true)}>{say('backup.make')}</Button>
      </div>
      <RestoreButton label={say('restore.button')} isOpen />
      {isAsking && (
        <NewPassphraseDialog
          title={say('backup.make.title')}
          confirmLabel={say('backup.make.confirm')}
          send={(passphrase) => unwrap(client.backup.make({ passphrase })).finally(() => setProgress(null))}
          onDone={(made) => {
            if (!made) return
            setAsking(false)
            toast(say(made.outcome === 'made' ? 'backup.made' : 'backup.cancelled'))
          }}
          onClose={() => setAsking(false)}
          progress={progress && say('backup.progress', { percent })}
          onStop={() => void client.backup.cancel(undefined)}
        />
      )}
    </Section>
  )
}
