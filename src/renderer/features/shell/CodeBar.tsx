import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client, unwrap } from '../../lib/client.ts'
import { useKeysStatus } from '../../lib/gate.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import { CodeMaker } from '../../ui/safety/CodeMaker.tsx'
import css from './ProblemBar.module.css'

/** Offers a recovery code once there is anything of a vendor's to lose; whoever declines finds it in Settings. */
export function CodeBar() {
  const say = useSay()
  const queries = useQueryClient()
  const status = useKeysStatus()
  const decline = useMutation({
    mutationFn: () => unwrap(client.keys.declineCode(undefined)),
    onSuccess: (next) => queries.setQueryData(keys.keysStatus, next),
  })
  if (!status?.offersCode) return null
  return (
    <div className={cx(css.bar)}>
      <Notice
        tone="warn"
        role="status"
        title={say('safety.code.offer.title')}
        actions={
          <>
            <CodeMaker label={say('safety.code.make')} />
            <Button onPress={() => decline.mutate()}>{say('safety.code.later')}</Button>
          </>
        }
      >
        {say('safety.code.offer')}
      </Notice>
    </div>
  )
}
