import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useKeysStatus } from '../../lib/gate.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CodeMaker } from '../../ui/safety/CodeMaker.tsx'
import { NewPassphraseDialog } from '../../ui/safety/NewPassphraseDialog.tsx'
import { Column, Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { BackupSection } from './BackupSection.tsx'

/** What a person has when this computer is lost: the ways to the keys, and backups. */
export function SafetyTab() {
  return (
    <Column>
      <PassphraseSection />
      <CodeSection />
      <BackupSection />
    </Column>
  )
}

function CodeSection() {
  const say = useSay()
  const format = useFormat()
  const status = useKeysStatus()
  if (!status || status.kept === 'nowhere') return null
  const { codeAt } = status
  return (
    <Section title={say('safety.code.title')} description={say('safety.code.text')}>
      {codeAt === null ? (
        <Notice tone="warn">{say('safety.code.none')}</Notice>
      ) : (
        <p>{say('safety.code.at', { at: format.moment(codeAt) })}</p>
      )}
      <CodeMaker label={say(codeAt === null ? 'safety.code.make' : 'safety.code.renew')} />
      <p>{say('safety.renew.text')}</p>
      <CodeMaker renewsKeys label={say('safety.renew')} />
    </Section>
  )
}

/** Only where there is no keychain: everywhere else it would be one more thing to forget. */
function PassphraseSection() {
  const say = useSay()
  const format = useFormat()
  const status = useKeysStatus()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => unwrap(client.keys.removePassphrase(undefined)),
    onSuccess: () => toast(say('safety.passphrase.removed')),
  })
  if (!status || status.kept === 'keychain') return null
  const { passphraseAt } = status
  return (
    <Section title={say('safety.passphrase.title')}>
      {passphraseAt === null ? (
        <Notice tone="warn">{say('safety.passphrase.open')}</Notice>
      ) : (
        <p>{say('safety.passphrase.at', { at: format.moment(passphraseAt) })}</p>
      )}
      <div>
        <Button onPress={() => setAsking(true)}>
          {say(passphraseAt === null ? 'safety.passphrase.set' : 'safety.passphrase.change')}
        </Button>
      </div>
      <FailureNotice error={remove.error} />
      {passphraseAt !== null && (
        <div>
          <Button variant="quiet" isBusy={remove.isPending} onPress={() => remove.mutate()}>
            {say('safety.passphrase.remove')}
          </Button>
        </div>
      )}
      {isAsking && (
        <NewPassphraseDialog
          title={say('safety.passphrase.title')}
          confirmLabel={say('safety.passphrase.save')}
          send={(passphrase) => unwrap(client.keys.setPassphrase({ passphrase }))}
          onDone={() => {
            toast(say('safety.passphrase.done'))
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
