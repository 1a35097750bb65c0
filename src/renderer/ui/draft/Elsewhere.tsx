import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../cx.ts'
import css from './DraftFrame.module.css'

/** Says that other accounts have drafts too, so that one that is not in the list is not thought lost. */
export function Elsewhere({ count }: { count: number }) {
  const say = useSay()
  return count > 0 ? <p className={cx(css.account)}>{say('draft.elsewhere', { count })}</p> : null
}
