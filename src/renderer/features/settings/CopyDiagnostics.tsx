import { useMutation } from '@tanstack/react-query'
import { ClipboardCopy } from 'lucide-react'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { toast } from '../../ui/Toaster.tsx'

/** What whoever helps wants to know of this installation, on the clipboard and safe to mail. */
export function CopyDiagnostics() {
  const say = useSay()
  const copy = useMutation({
    async mutationFn() {
      const { text } = await unwrap(client.app.diagnostics(undefined))
      await navigator.clipboard.writeText(text)
      toast(say('damaged.copied'))
    },
  })
  return (
    <>
      <FailureNotice error={copy.error} />
      <Button icon={<ClipboardCopy aria-hidden="true" />} isDisabled={copy.isPending} onPress={() => copy.mutate()}>
        {say('damaged.copy')}
      </Button>
    </>
  )
}
