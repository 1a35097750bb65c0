import { useMutation } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import type { UpdateState } from '#shared/domain/update.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useUpdate } from '../../lib/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import css from './AboutTab.module.css'

/** What is said of a state, in one sentence; those with more to them have a notice of their own. */
function useSentence(): (update: UpdateState) => string | null {
  const say = useSay()
  return (update) => {
    switch (update.state) {
      case 'off':
        return say(`update.off.${update.why}`)
      case 'failed':
        return say(`update.failed.${update.trouble}`)
      case 'downloading':
      case 'preparing':
        return say(`update.${update.state}`, { version: update.version })
      case 'told':
      case 'ready':
        return null
      default:
        return say(`update.${update.state}`)
    }
  }
}

/** Whether there is a newer Balie, what is new in it, and the button that puts it in place. */
export function UpdateSection() {
  const say = useSay()
  const sentence = useSentence()
  const update = useUpdate()
  const check = useMutation({ mutationFn: () => unwrap(client.updates.check(undefined)) })
  const install = useMutation({ mutationFn: () => unwrap(client.updates.install(undefined)) })
  if (!update) return null
  const next = update.state === 'told' || update.state === 'ready' ? update : null
  const isBusy = update.state === 'checking' || update.state === 'downloading' || update.state === 'preparing'
  const said = sentence(update)
  return (
    <Section title={say('update.section')}>
      {said !== null && (
        <p role="status" className={cx(css.said)}>
          {said}
        </p>
      )}
      {next && (
        <Notice
          tone="ok"
          role="status"
          title={say(`update.${next.state}.title`, { version: next.version })}
          actions={
            next.state === 'ready' ? (
              <Button variant="primary" onPress={() => install.mutate()}>
                {say('update.install')}
              </Button>
            ) : undefined
          }
        >
          <p>{say(`update.${next.state}.text`)}</p>
          {next.notes !== null && (
            <>
              <p>{say('update.notes')}</p>
              <p className={cx(css.notes)}>{next.notes}</p>
            </>
          )}
        </Notice>
      )}
      <FailureNotice error={check.error ?? install.error} />
      {update.state !== 'off' && update.state !== 'ready' && (
        <div>
          <Button icon={<RefreshCw aria-hidden="true" />} isDisabled={isBusy} onPress={() => check.mutate()}>
            {say('update.check')}
          </Button>
        </div>
      )}
    </Section>
  )
}
