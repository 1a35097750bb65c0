import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import type { HistoryOrder } from '#shared/domain/history-filter.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'
import { orderChoices } from './history-filter.ts'
import { narrow } from '../../lib/narrowing.ts'

/** By what the list is sorted; what it is sorted by already turns round. Names begin with A, moments with the newest. */
export function OrderMenu({ order }: { order: HistoryOrder }) {
  const say = useSay()
  const choose = (id: string) => {
    const by = orderChoices.find((choice) => choice === id) ?? 'made'
    const isMoment = by === 'made' || by === 'moved'
    narrow({ order: { by, descending: by === order.by ? !order.descending : isMoment } })
  }
  const direction = say(order.descending ? 'history.order.descending' : 'history.order.ascending')
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="quiet"
        icon={order.descending ? <ArrowDownWideNarrow aria-hidden="true" /> : <ArrowDownNarrowWide aria-hidden="true" />}
        aria-label={say('history.order', { by: say(`history.order.${order.by}`), direction })}
      >
        {say(`history.order.${order.by}`)}
      </Button>
      <MenuList onAction={choose}>
        {orderChoices.map((by) => (
          <MenuItem key={by} id={by} text={say(`history.order.${by}`)}>
            {say(by === order.by ? 'history.order.turn' : 'history.order.by', { by: say(`history.order.${by}`) })}
          </MenuItem>
        ))}
      </MenuList>
    </MenuTrigger>
  )
}
