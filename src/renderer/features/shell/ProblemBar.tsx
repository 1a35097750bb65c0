import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { dismissProblem, useProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './ProblemBar.module.css'

/** What a command could not do, above the screen until it is read. */
export function ProblemBar() {
  const say = useSay()
  const sayMessage = useSayMessage()
  const problem = useProblem()
  if (!problem) return null
  return (
    <div className={cx(css.bar)}>
      <Notice tone="error" role="alert" actions={<Button onPress={dismissProblem}>{say('ui.close')}</Button>}>
        {sayMessage(problem.message)}
      </Notice>
    </div>
  )
}
