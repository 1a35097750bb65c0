import { useMutation } from '@tanstack/react-query'
import { ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { RestoreDialog, type ChosenBackup } from './RestoreDialog.tsx'

interface Props {
  readonly label: string
  /** Balie is open, and has to close for it. */
  readonly isOpen: boolean
  readonly wide?: boolean
}

/** The way to a backup: chooses the file, and says at once what is the matter with one that is none. */
export function RestoreButton({ label, isOpen, wide }: Props) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  const choose = useMutation({ mutationFn: () => unwrap(client.restore.choose(undefined)), onSuccess: setChosen })
  const failure = choose.error ? failureOf(choose.error) : null
  const message = failure?.fields?.['file']?.[0] ?? failure?.message
  return (
    <>
      {message && (
        <Notice tone="error" role="alert" title={say('restore.title')}>
          {sayMessage(message)}
        </Notice>
      )}
      <div>
        <Button
          wide={wide}
          icon={wide && <ArchiveRestore aria-hidden="true" />}
          isBusy={choose.isPending}
          onPress={() => choose.mutate()}
        >
          {label}
        </Button>
      </div>
      {chosen && <RestoreDialog chosen={chosen} isOpen={isOpen} onClose={() => setChosen(null)} />}
    </>
  )
}
