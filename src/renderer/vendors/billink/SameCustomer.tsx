import { UserRoundPlus } from 'lucide-react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { client } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'

/** From a filed dispute to a new one of the same customer: what is of the other invoice stays behind. */
export function SameCustomer({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const { payload } = item
  if (payload.kind !== 'dispute' || !item.actions.includes('duplicate')) return null
  const { customerName, customerEmail, category, locale } = payload.dispute
  const fields = { customerName, customerEmail, category, locale }
  return (
    <Button
      icon={<UserRoundPlus aria-hidden="true" />}
      isDisabled={actions.isBusy}
      // The item's own account, which need not be the active one.
      onPress={() => actions.toDraft(() => client.drafts.create({ kind: 'dispute', accountId: item.accountId, fields }))}
    >
      {say('disputes.sameCustomer')}
    </Button>
  )
}
