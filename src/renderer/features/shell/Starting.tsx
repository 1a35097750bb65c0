import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import css from './Starting.module.css'

/** The first paint, while main checks the ledger: it comes up slowly, so that a quick start shows none of it. */
export function Starting() {
  const say = useSay()
  return (
    <p className={cx(css.starting)} role="status">
      <Spinner />
      {say('shell.starting')}
    </p>
  )
}
