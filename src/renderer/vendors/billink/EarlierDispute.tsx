import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useSayMessage, useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'

/** A number is looked up once it rests: half of one is another invoice's. */
const restMs = 300

/** The earlier dispute for a typed invoice, as far as Balie on this computer knows; null for none. */
export function useEarlierDispute(accountId: string, invoice: string): string | null {
  const typed = invoice.trim()
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useQuery({
    queryKey: ['submissions', 'earlier-dispute', accountId, rested],
    queryFn: () => unwrap(client.disputes.earlier({ accountId, invoice: rested })),
    enabled: rested !== '',
  })
  return rested === typed && rested !== '' ? (data?.submissionId ?? null) : null
}

/** Said at the invoice's field, before the rest is typed in vain; the review says it again. */
export function EarlierDispute({ id, invoice }: { id: string; invoice: string }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const { navigate } = useNavigation()
  return (
    <>
      <span>{sayMessage({ id: 'review.invoiceDisputedBefore', values: { invoice: invoice.trim() } })}</span>
      <Button size="small" onPress={() => navigate({ screen: 'history', id })}>
        {say('draft.review.openEarlier')}
      </Button>
    </>
  )
}
