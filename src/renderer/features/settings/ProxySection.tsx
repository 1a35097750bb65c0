import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProxyView } from '#shared/domain/proxy.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProxyDialog } from '../../ui/proxy/ProxyDialog.tsx'
import { nameOf, useProxies } from '../../ui/proxy/use-proxies.ts'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/Toaster.tsx'

/** The proxies this computer is signed in to: nothing where there are none, as in most offices. */
export function ProxySection() {
  const say = useSay()
  const signedIn = useProxies().filter(({ state }) => state === 'signed-in')
  const [dialog, setDialog] = useState<ProxyView | null>(null)
  const signOut = useMutation({
    mutationFn: (proxy: string) => unwrap(client.proxies.signOut({ proxy })),
    onSuccess: () => toast(say('proxy.signedOut')),
  })
  if (signedIn.length === 0) return null
  return (
    <Section title={say('proxy.section')}>
      {signedIn.map((view) => (
        <Notice
          key={view.proxy}
          tone="ok"
          actions={
            <>
              <Button onPress={() => setDialog(view)}>{say('proxy.change')}</Button>
              <Button variant="quiet" isBusy={signOut.isPending} onPress={() => signOut.mutate(view.proxy)}>
                {say('proxy.signOut')}
              </Button>
            </>
          }
        >
          {say(view.kept === 'session' ? 'proxy.signedIn.session' : 'proxy.signedIn.keychain', { proxy: nameOf(view.proxy) })}
        </Notice>
      ))}
      <FailureNotice error={signOut.error} />
      {dialog && <ProxyDialog proxy={dialog} onClose={() => setDialog(null)} />}
    </Section>
  )
}
