import { useMutation } from '@tanstack/react-query'
import type { Gate } from '#shared/domain/unlock.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RestoreButton } from '../../ui/safety/RestoreButton.tsx'
import css from './UnlockScreen.module.css'
import { WayIn } from './WayIn.tsx'

/** Stands before the app where neither keychain nor session has the keys: why, and every way in that there is. */
export function UnlockScreen({ gate: { why, ways, isDamaged } }: { gate: Extract<Gate, { state: 'locked' }> }) {
  const say = useSay()
  const again = useMutation({ mutationFn: () => unwrap(client.unlock.again(undefined)) })
  const hasWay = ways.code || ways.passphrase
  return (
    <main className={cx(css.page)} aria-label={say('unlock.title')}>
      <div className={cx(css.card)}>
        <h1>{say('unlock.title')}</h1>
        <Notice tone="warn" role="status">
          <p>{say(`unlock.why.${why}`)}</p>
          {isDamaged ? <p>{say('unlock.damaged')}</p> : !hasWay && <p>{say('unlock.noWay')}</p>}
        </Notice>
        {ways.passphrase && (
          <WayIn
            name="passphrase"
            label={say('unlock.passphrase')}
            hint={ways.code ? say('unlock.passphrase.forgotten') : undefined}
            confirmLabel={say('unlock.passphrase.open')}
            isFirst
            send={(passphrase) => unwrap(client.unlock.byPassphrase({ passphrase }))}
          />
        )}
        {ways.code && (
          <WayIn
            name="code"
            label={say('unlock.code')}
            hint={say('unlock.code.hint')}
            confirmLabel={say('unlock.code.open')}
            isFirst={!ways.passphrase}
            send={(code) => unwrap(client.unlock.byCode({ code }))}
          />
        )}
        <FailureNotice error={again.error} />
        <div className={cx(css.actions)}>
          {why !== 'no-keychain' && (
            <Button isBusy={again.isPending} onPress={() => again.mutate()}>
              {say('unlock.again')}
            </Button>
          )}
          <RestoreButton label={say('unlock.restore')} isOpen={false} />
          {(why === 'missing' || why === 'other-key') && (
            <Button variant="quiet" onPress={() => void client.unlock.startEmpty(undefined)}>
              {say('unlock.empty')}
            </Button>
          )}
          <Button variant="quiet" onPress={() => void client.unlock.quit(undefined)}>
            {say('unlock.quit')}
          </Button>
        </div>
      </div>
    </main>
  )
}
