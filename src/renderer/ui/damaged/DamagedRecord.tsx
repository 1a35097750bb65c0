import { useQueryClient } from '@tanstack/react-query'
import { ClipboardCopy, EyeOff, TextSearch } from 'lucide-react'
import { useState } from 'react'
import type { DamagedRecord as Record } from '#shared/domain/damage.ts'
import { kinds } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { ConfirmDialog, Dialog } from '../Dialog.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { Notice } from '../Notice.tsx'
import { RawText } from '../submission/Section.tsx'
import { toast } from '../Toaster.tsx'

const explained = ['accounts', 'drafts', 'submissions', 'attempts', 'decisions', 'bulk_runs'] as const

/** One record that can't be read: what is known of it, and what a person can still do. */
export function DamagedRecord({
  record,
  isDetail = false,
}: {
  record: Record
  /** What is known stands below it. */ isDetail?: boolean
}) {
  const say = useSay()
  const format = useFormat()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [text, setText] = useState<string | null>(null)
  const [isHiding, setHiding] = useState(false)
  const { source, key, label, accountName, at, hasText, putAway } = record
  const name = { source, key }
  const sentence = explained.find((one) => one === source)
  const known = [
    ...(accountName === null || source === 'accounts' ? [] : [say('damaged.of', { name: accountName })]),
    ...(at === null ? [] : [say('damaged.at', { moment: format.exactMoment(at) })]),
  ]

  const act = (work: () => Promise<unknown>) => {
    setError(null)
    work().catch(setError)
  }
  const copy = (words: string, told: string) => navigator.clipboard.writeText(words).then(() => toast(told))
  const copyDiagnostics = async () => copy((await unwrap(client.damaged.diagnostics(name))).text, say('damaged.copied'))
  async function hide(): Promise<void> {
    try {
      await unwrap(client.damaged.putAway(name))
    } catch (failure) {
      setError(failure)
      throw failure
    }
    await Promise.all(['damaged', 'submissions', 'drafts', 'bulk'].map((word) => queries.invalidateQueries({ queryKey: [word] })))
    toast(say('damaged.hidden'))
  }

  return (
    <Notice
      tone="error"
      title={[say(`damaged.what.${source}`), isDetail ? null : label].filter(Boolean).join(': ')}
      actions={
        <>
          <Button size="small" icon={<ClipboardCopy aria-hidden="true" />} onPress={() => act(copyDiagnostics)}>
            {say('damaged.copy')}
          </Button>
          {hasText && (
            <Button
              size="small"
              icon={<TextSearch aria-hidden="true" />}
              onPress={() => act(async () => setText((await unwrap(client.damaged.typedText(name))).text))}
            >
              {say('damaged.showText')}
            </Button>
          )}
          {!putAway && (
            <Button size="small" icon={<EyeOff aria-hidden="true" />} onPress={() => setHiding(true)}>
              {say('damaged.hide')}
            </Button>
          )}
        </>
      }
    >
      {sentence && <p>{say(`damaged.text.${sentence}`)}</p>}
      {source === 'submissions' && record.kind !== null && kinds[record.kind].inOrder && (
        <p>{say('damaged.text.submissions.later')}</p>
      )}
      {!isDetail && known.length > 0 && <p>{known.join(' · ')}</p>}
      <FailureNotice error={error} />
      <Dialog
        isOpen={text !== null}
        onClose={() => setText(null)}
        title={say('damaged.text.title')}
        footer={
          <Button variant="primary" onPress={() => act(() => copy(text ?? '', say('damaged.textCopied')))}>
            {say('damaged.copyText')}
          </Button>
        }
      >
        <p>{say('damaged.text.explain')}</p>
        <RawText label={say('damaged.text.title')}>{text ?? ''}</RawText>
      </Dialog>
      <ConfirmDialog
        isOpen={isHiding}
        onClose={() => setHiding(false)}
        title={say('damaged.hide.title')}
        confirmLabel={say('damaged.hide')}
        onConfirm={hide}
      >
        <p>{say('damaged.hide.text')}</p>
        <FailureNotice error={error} />
      </ConfirmDialog>
    </Notice>
  )
}
