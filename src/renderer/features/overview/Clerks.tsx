import { linesBy, type Overview } from '#shared/domain/overview.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { cx } from '../../ui/cx.ts'
import css from './Overview.module.css'
import { Part, Plain } from './Part.tsx'

interface ClerksProps {
  readonly overview: Overview
  readonly periods: { readonly now: string; readonly before: string }
  readonly onOpen: (clerk: string, which: 'current' | 'earlier') => void
}

/** What each colleague filed, where the team's administrator switched that on; else that it is not counted, and by whose choice. */
export function Clerks({ overview, periods, onOpen }: ClerksProps) {
  const say = useSay()
  const { clerks } = overview
  if (clerks === null)
    return (
      <Plain title={say('overview.byClerk')}>
        <p className={cx(css.none)}>{say('overview.byClerk.off')}</p>
      </Plain>
    )
  const lines = linesBy(overview, 'clerk').map((line) => ({
    ...line,
    name: shownText(clerks.find(({ id }) => id === line.key)?.name ?? line.key),
  }))
  return (
    lines.length > 0 && (
      <Part
        title={say('overview.byClerk')}
        of={say('team.history.clerk')}
        periods={periods}
        shape="bars"
        lines={lines}
        onOpen={onOpen}
      />
    )
  )
}
