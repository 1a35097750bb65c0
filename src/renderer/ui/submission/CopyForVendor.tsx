import { ClipboardCopy } from 'lucide-react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { toast } from '../Toaster.tsx'
import type { ItemActions } from './use-item-actions.ts'
import { vendorOf } from './words.ts'

/** The call and its answer on the clipboard: what a vendor's helpdesk asks for. */
export function CopyForVendor({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const vendor = vendorOf(item)
  const copy = async () => {
    const { text } = await unwrap(client.history.vendorText({ id: item.id }))
    await navigator.clipboard.writeText(text)
    toast(say('item.copiedForVendor', { vendor }))
  }
  return (
    <Button icon={<ClipboardCopy aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.run(copy)}>
      {say('item.copyForVendor', { vendor })}
    </Button>
  )
}
