import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useKeysStatus } from '../../lib/gate.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './ProblemBar.module.css'

/**
 * Says, after the first account of a vendor, that the ledger is encrypted when Balie is closed, and does that at once for whoever
 * wants it. The offer of a recovery code comes first: one thing at a time.
 */
export function SealBar() {
  const say = useSay()
  const status = useKeysStatus()
  const [isLater, setLater] = useState(false)
  const seal = useMutation({ mutationFn: () => unwrap(client.keys.sealNow(undefined)) })
  if (isLater || !status?.sealsAtEnd || status.offersCode) return null
  return (
    <div className={cx(css.bar)}>
      <Notice
        tone="info"
        role="status"
        title={say('safety.seal.title')}
        actions={
          <>
            <Button onPress={() => seal.mutate()}>{say('safety.seal.now')}</Button>
            <Button variant="quiet" onPress={() => setLater(true)}>
              {say('safety.seal.later')}
            </Button>
          </>
        }
      >
        {say('safety.seal.text')}
      </Notice>
    </div>
  )
}
