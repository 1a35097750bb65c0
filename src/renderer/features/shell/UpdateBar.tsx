import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useUpdate } from '../../lib/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './ProblemBar.module.css'

/** A newer Balie that is ready, or that the system has to install: said above the screens until it is closed, once for each version. */
export function UpdateBar() {
  const say = useSay()
  const update = useUpdate()
  const [closed, setClosed] = useState<string | null>(null)
  const install = useMutation({ mutationFn: () => unwrap(client.updates.install(undefined)) })
  if (update?.state !== 'ready' && update?.state !== 'told') return null
  if (update.version === closed) return null
  return (
    <div className={cx(css.bar)}>
      <Notice
        tone="info"
        role="status"
        title={say(`update.${update.state}.title`, { version: update.version })}
        actions={
          <>
            {update.state === 'ready' && <Button onPress={() => install.mutate()}>{say('update.install')}</Button>}
            <Button onPress={() => setClosed(update.version)}>{say('ui.close')}</Button>
          </>
        }
      >
        {say(`update.${update.state}.text`)}
      </Notice>
    </div>
  )
}
