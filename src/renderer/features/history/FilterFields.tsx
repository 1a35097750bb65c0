import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { kindChoices, periodChoices, stateChoices, testChoices } from './history-filter.ts'
import css from './HistoryList.module.css'
import { narrow } from '../../lib/narrowing.ts'

interface FilterProps {
  readonly narrowing: Narrowing
}

/** From when to when. */
export function PeriodFilter({ narrowing: { period } }: FilterProps) {
  const say = useSay()
  return (
    <SelectField
      label={say('history.period')}
      options={periodChoices.map((value) => ({ value, label: say(`history.period.${value}`) }))}
      value={period}
      onChange={(value) => narrow({ period: value })}
    />
  )
}

/** The days themselves, where a person chose their own. */
export function OwnDays({ narrowing: { period, own } }: FilterProps) {
  const say = useSay()
  if (period !== 'own') return null
  return (
    <div className={cx(css.filters)}>
      {(['from', 'until'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          label={say(`history.period.own.${end}`)}
          name={end}
          optional
          defaultValue={own[end]}
          onChange={(event) => narrow({ own: { ...own, [end]: event.target.value } })}
        />
      ))}
    </div>
  )
}

/** What an item is, and how it stands. */
export function KindAndState({ narrowing: { kind, state } }: FilterProps) {
  const say = useSay()
  return (
    <>
      <SelectField
        label={say('history.kind')}
        options={kindChoices.map((value) => ({
          value,
          label: say(value === 'all' ? 'history.kind.all' : `item.kind.${value}`),
        }))}
        value={kind}
        onChange={(value) => narrow({ kind: value })}
      />
      <SelectField
        label={say('history.state')}
        options={stateChoices.map((value) => ({
          value,
          label: say(value === 'all' ? 'history.state.all' : `ui.status.${value}`),
        }))}
        value={state}
        onChange={(value) => narrow({ state: value })}
      />
    </>
  )
}

/** Test items, real ones, or both. */
export function TestFilter({ narrowing: { test } }: FilterProps) {
  const say = useSay()
  return (
    <SelectField
      label={say('history.test')}
      options={testChoices.map((value) => ({ value, label: say(`history.test.${value}`) }))}
      value={test}
      onChange={(value) => narrow({ test: value })}
    />
  )
}
