import type { Attachment } from '#shared/domain/attachment.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { useVendorOf } from '../../lib/vendors.tsx'
import type { PayloadOf } from '../../vendors/vendor.ts'

interface PayloadProps<K extends Kind> {
  readonly kind: K
  readonly payload: PayloadOf<K>
  readonly attachment: Attachment | null | undefined
  readonly accountId?: string
}

/** What an item sends, as its vendor's folder shows it. */
export function Payload<K extends Kind>({ kind, ...sent }: PayloadProps<K>) {
  const { Payload: View } = useVendorOf(kind)
  return <View {...sent} />
}
