import type { HistoryItem } from '../../lib/history.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { Hits } from '../../ui/Hits.tsx'
import { useDeparture } from '../../ui/submission/departure.ts'
import { ItemRow } from '../../ui/submission/ItemRow.tsx'
import { Moment } from '../../ui/Time.tsx'

interface HistoryRowProps {
  readonly item: HistoryItem
  readonly search: string
  /** With a third line. */
  readonly isHigh: boolean
  /** Its day stands above it. */
  readonly isDated: boolean
}

/** An item as history lists it, with what was searched for marked, and where it is that the line does not show. */
export function HistoryRow({ item, search, isHigh, isDated }: HistoryRowProps) {
  const say = useSay()
  const format = useFormat()
  const { status } = useDeparture(item)
  const { hit } = item
  return (
    <ItemRow
      title={item.textGoneAt ? say('item.erased.title') : item.subject}
      status={status}
      search={search}
      place={
        <>
          <EnvironmentBadge environment={item.environment} />
          {item.test && <EnvironmentBadge environment="test" />}
        </>
      }
      detail={`${say(`item.kind.${item.kind}`)} · ${item.context || item.accountName}`}
      at={isDated ? format.time(item.createdAt) : <Moment at={item.createdAt} />}
      note={
        isHigh ? (
          <Hits text={hit ? say(`history.hit.${hit.place}`, { text: hit.text }) : item.excerpt} search={search} />
        ) : undefined
      }
    />
  )
}
