import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { ProxyState, ProxyView } from '#shared/domain/proxy.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ProxyDialog } from '../../ui/proxy/ProxyDialog.tsx'
import { nameOf, useProxies } from '../../ui/proxy/use-proxies.ts'
import css from './ProblemBar.module.css'

type Asking = ProxyView & { state: Exclude<ProxyState, 'signed-in'> }
const isAsking = (view: ProxyView): view is Asking => view.state !== 'signed-in'

/** A proxy that lets nothing through until someone signs in: above every screen, once, however many items wait for it. */
export function ProxyBar() {
  const say = useSay()
  const asking = useProxies().find(isAsking)
  const [dialog, setDialog] = useState<ProxyView | null>(null)
  return (
    <>
      {asking && (
        <div className={cx(css.bar)}>
          <Notice
            tone="warn"
            role="alert"
            title={say(`proxy.${asking.state}.title`)}
            actions={
              asking.state === 'other-scheme' ? undefined : (
                <Button variant="primary" icon={<KeyRound aria-hidden="true" />} onPress={() => setDialog(asking)}>
                  {say(asking.state === 'refused' ? 'proxy.signInAgain' : 'proxy.signIn')}
                </Button>
              )
            }
          >
            {say(`proxy.${asking.state}.text`, { proxy: nameOf(asking.proxy) })}
          </Notice>
        </div>
      )}
      {dialog && <ProxyDialog proxy={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}
