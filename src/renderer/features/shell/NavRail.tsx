import { useQuery } from '@tanstack/react-query'
import { FileWarning, History, Inbox, Settings, StickyNote, type LucideIcon } from 'lucide-react'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { screens, useNavigation, type Screen } from '../../lib/navigation.tsx'
import { keys } from '../../lib/query.ts'
import { cx } from '../../ui/cx.ts'
import css from './NavRail.module.css'

const icons: Record<Screen, LucideIcon> = {
  disputes: FileWarning,
  notes: StickyNote,
  outbox: Inbox,
  history: History,
  settings: Settings,
}

interface Count {
  readonly figure: number
  /** In words, for a screen reader and on hover. */
  readonly words: string
  readonly isUrgent: boolean
}

function useDraftCount(kind: 'dispute' | 'note'): Count | null {
  const say = useSay()
  const { data } = useQuery({ queryKey: keys.drafts(kind), queryFn: () => unwrap(client.drafts.list({ kind })) })
  return data?.length ? { figure: data.length, words: say('shell.count.drafts', { count: data.length }), isUrgent: false } : null
}

function useOutboxCount(): Count | null {
  const say = useSay()
  const format = useFormat()
  const { data } = useQuery({ queryKey: keys.counts, queryFn: () => unwrap(client.outbox.counts(undefined)) })
  if (!data) return null
  const attention = data.held + data.unknown + data.rejected + data.asking
  const figure = data.waiting + data.sending + data.held + data.unknown + data.rejected
  if (figure === 0) return null
  const words = [
    say('shell.count.outbox', { count: figure }),
    ...(attention > 0 ? [say('shell.count.attention', { count: attention })] : []),
    ...(data.oldestWaitingAt ? [say('shell.count.since', { time: format.moment(data.oldestWaitingAt) })] : []),
  ]
  return { figure, words: words.join(', '), isUrgent: attention > 0 }
}

/** The screens, each with what waits in it. */
export function NavRail() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const counts: Partial<Record<Screen, Count | null>> = {
    disputes: useDraftCount('dispute'),
    notes: useDraftCount('note'),
    outbox: useOutboxCount(),
  }
  return (
    <nav className={cx(css.rail)} aria-label={say('shell.nav')} data-region>
      <ul>
        {screens.map((screen) => {
          const Icon = icons[screen]
          const count = counts[screen]
          const name = say(`shell.nav.${screen}`)
          return (
            <li key={screen}>
              <button
                type="button"
                className={cx(css.item)}
                aria-current={place.screen === screen ? 'page' : undefined}
                title={count ? `${name} (${count.words})` : name}
                onClick={() => navigate({ screen })}
              >
                <Icon aria-hidden="true" />
                <span className={cx(css.name)}>{name}</span>{' '}
                {count && (
                  <>
                    <span className={cx(css.count, count.isUrgent && css.urgent)} aria-hidden="true">
                      {count.figure > 999 ? '999+' : count.figure}
                    </span>
                    <span className="visually-hidden">{count.words}</span>
                  </>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
