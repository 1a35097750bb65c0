import type { Damage } from '#shared/domain/damage.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { gone } from '../ipc/failure.ts'
import type { DamagedRecords } from '../storage/damaged-records.ts'
import type { Clock } from '../submissions/clock.ts'
import type { Summaries } from '../views/summaries.ts'

export interface DamagedDeps {
  records: DamagedRecords
  summaries: Pick<Summaries, 'view'>
  version: string
  clock: Clock
  /** Something was put away: what waited for it may go. */
  onChange(damage: Damage): void
}

/** Records that can't be read: what is known of them, and what a person can still do. */
export function damaged({
  records,
  summaries,
  version,
  clock,
  onChange,
}: DamagedDeps): GroupHandlers<(typeof contract)['damaged']> {
  const there = <T>(value: T | null): T => {
    if (value === null) throw gone()
    return value
  }
  return {
    list: ({ sources }) => records.list(sources),
    item({ id }) {
      const item = there(records.item(id))
      return { item: summaries.view(item), record: there(records.get(item.damage)) }
    },
    diagnostics: (damage) => ({ text: there(records.diagnostics(damage, version)) }),
    typedText: (damage) => ({ text: there(records.typedText(damage)) }),
    putAway(damage) {
      if (!records.putAway(damage, clock.now())) throw gone()
      onChange(damage)
      return {}
    },
  }
}
