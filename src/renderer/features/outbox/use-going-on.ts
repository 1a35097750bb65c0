import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { useSay } from '../../lib/i18n.tsx'
import { nearest } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { settlesItself } from '../../ui/submission/words.ts'
import { toast } from '../../ui/Toaster.tsx'

/** Lets a person go through what waits for them: what they were done with makes place for the next. */
export interface GoingOn {
  /** A word was said of it: the next outcome that only a person can end, or this one, as it stands now, where that was the last. */
  decided(id: string, subject: string): void
  /** It stays as it is: what stands behind it, and nothing before it a second time. */
  left(id: string): void
  /** It is in the list no more. */
  gone(id: string): void
}

const waitsForWord = (item: SubmissionSummary) => item.state === 'unknown' && !settlesItself(item)

/** As the list stood when the word was said: behind it, it is read anew. */
export function useGoingOn(items: readonly SubmissionSummary[]): GoingOn {
  const say = useSay()
  const { navigate, here } = useNavigation()
  /** Whoever went elsewhere meanwhile is left there. */
  const isOpen = (id: string) => {
    const place = here()
    return place.screen === 'outbox' && place.id === id
  }
  const open = (id: string | undefined) => navigate({ screen: 'outbox', id })
  return {
    decided(id, subject) {
      const next = nearest(items, id, waitsForWord)
      if (!next || !isOpen(id)) return
      open(next.id)
      toast(say('outboxScreen.decided', { subject }), {
        label: say('outboxScreen.decided.show'),
        onPress: () => navigate({ screen: 'history', id }),
      })
    },
    left(id) {
      const at = items.findIndex((item) => item.id === id)
      const next = items.slice(at + 1).find(waitsForWord)
      if (next && isOpen(id)) open(next.id)
    },
    gone(id) {
      if (isOpen(id)) open(nearest(items, id, (item) => item.id !== id)?.id)
    },
  }
}
