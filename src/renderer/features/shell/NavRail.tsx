import { useQueries, useQuery } from '@tanstack/react-query'
import { BookOpen, ChartColumn, FileSpreadsheet, History, Inbox, Settings, type LucideIcon } from 'lucide-react'
import { kindNames, kinds, type KindScreen } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import { draftCount } from '../../lib/drafts.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { comboName } from '../../lib/key-names.ts'
import { keyOfScreen } from '../../lib/key-table.ts'
import { useAppInfo } from '../../lib/preferences.ts'
import { screens, titleOfScreen, useNavigation, type Screen } from '../../lib/navigation.tsx'
import { keys } from '../../lib/query.ts'
import { useVendors } from '../../lib/vendors.tsx'
import { cx } from '../../ui/cx.ts'
import css from './NavRail.module.css'

const ownIcons: Record<Exclude<Screen, KindScreen>, LucideIcon> = {
  bulk: FileSpreadsheet,
  outbox: Inbox,
  history: History,
  overview: ChartColumn,
  settings: Settings,
  help: BookOpen,
}

interface Count {
  /** A percentage is written as text. */
  readonly figure: number | string
  /** In words, for a screen reader and on hover. */
  readonly words: string
  readonly isUrgent: boolean
}

/** How many drafts lie on the screen of each kind. */
function useDraftCounts(): Partial<Record<Screen, Count>> {
  const say = useSay()
  const drafts = useQueries({ queries: kindNames.map(draftCount) })
  return Object.fromEntries(
    kindNames.flatMap((kind, index) => {
      const count = drafts[index]?.data ?? 0
      const words = say('shell.count.drafts', { count })
      return count === 0 ? [] : [[kinds[kind].screen, { figure: count, words, isUrgent: false }]]
    }),
  )
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

/** How far the runs that are on their way are, together: the first that pauses asks for a person. */
function useBulkCount(): Count | null {
  const say = useSay()
  const { data } = useQuery({ queryKey: keys.bulkRuns, queryFn: () => unwrap(client.bulk.runs(undefined)) })
  const underway = data?.filter(({ state }) => state === 'starting' || state === 'sending' || state === 'paused') ?? []
  if (underway.length === 0) return null
  const total = underway.reduce((sum, { progress }) => sum + (progress?.total ?? 0), 0)
  const left = underway.reduce((sum, { progress }) => sum + (progress?.left ?? 0), 0)
  const percent = total === 0 ? 0 : Math.floor(((total - left) / total) * 100)
  const isPaused = underway.some(({ state }) => state === 'paused')
  return {
    figure: `${percent}%`,
    words: say(isPaused ? 'shell.count.bulkPaused' : 'shell.count.bulk', { percent, total }),
    isUrgent: isPaused,
  }
}

/** The screens, each with what waits in it. */
export function NavRail() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const vendors = useVendors()
  const platform = useAppInfo()?.platform ?? ''
  const icons: Partial<Record<Screen, LucideIcon>> = {
    ...Object.fromEntries(kindNames.map((kind) => [kinds[kind].screen, vendors[kind].icon])),
    ...ownIcons,
  }
  const counts: Partial<Record<Screen, Count | null>> = {
    ...useDraftCounts(),
    bulk: useBulkCount(),
    outbox: useOutboxCount(),
  }
  return (
    <nav className={cx(css.rail)} aria-label={say('shell.nav')} data-region>
      <ul>
        {screens.map((screen) => {
          const Icon = icons[screen]
          const count = counts[screen]
          const name = say(titleOfScreen(screen))
          return (
            <li key={screen}>
              <button
                type="button"
                className={cx(css.item)}
                aria-current={place.screen === screen ? 'page' : undefined}
                title={`${count ? `${name} (${count.words})` : name} · ${comboName(platform, keyOfScreen(screen))}`}
                onClick={() => navigate({ screen })}
              >
                {Icon && <Icon aria-hidden="true" />}
                <span className={cx(css.name)}>{name}</span>{' '}
                {count && (
                  <>
                    <span className={cx(css.count, count.isUrgent && css.urgent)} aria-hidden="true">
                      {typeof count.figure === 'number' && count.figure > 999 ? '999+' : count.figure}
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
