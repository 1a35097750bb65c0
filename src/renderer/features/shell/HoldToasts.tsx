import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { factsOf } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { forgetFiled, newestToTakeBack, noteTyped, useJustFiled } from '../../lib/just-filed.ts'
import { isPressed } from '../../lib/key-table.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { useDeparture } from '../../ui/submission/departure.ts'
import { useItemActions } from '../../ui/submission/use-item-actions.ts'
import { Countdown } from '../../ui/Time.tsx'
import css from './HoldToasts.module.css'

/** Whatever screen the person has gone on to: what was filed counts down there, and one press or Ctrl+Z takes it back. */
export function HoldToasts() {
  const { place } = useNavigation()
  const filed = useJustFiled()
  const takeBack = useTakeBack()
  const say = useSay()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (
      !isPressed(event, 'takeBack') ||
      event.defaultPrevented ||
      event.repeat ||
      document.querySelector('[role=dialog], [role=alertdialog]')
    )
      return
    const newest = newestToTakeBack()
    if (!newest) return
    event.preventDefault()
    takeBack(newest)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    window.addEventListener('input', noteTyped)
    return () => {
      window.removeEventListener('keydown', listen)
      window.removeEventListener('input', noteTyped)
    }
  }, [])
  // An item that is open says all of it itself; several would lie over each other, and the list has them.
  const newest = filed.findLast(({ id }) => id !== place.id)
  return (
    <section aria-label={say('shell.held')}>
      {newest && <HoldToast key={newest.id} item={newest} onTakeBack={takeBack} />}
    </section>
  )
}

/** Gives the draft back and opens it. */
function useTakeBack(): (item: SubmissionSummary) => void {
  const { cancel, error } = useItemActions()
  useEffect(() => {
    if (error) reportProblem(error)
  }, [error])
  return ({ id }) => {
    forgetFiled(id)
    cancel(id)
  }
}

/** As a toast looks, and no toast: those come and go a moment late, and one that is shown again while it goes is lost. */
function HoldToast({ item, onTakeBack }: { item: SubmissionSummary; onTakeBack: (item: SubmissionSummary) => void }) {
  const say = useSay()
  const { id, notBefore } = item
  // Another way may have sent it, or taken it back.
  const { data, error } = useQuery({
    queryKey: keys.submission(id),
    queryFn: () => unwrap(client.history.get({ id })),
  })
  const isOver = error !== null || (data !== undefined && !data.inHold)
  useEffect(() => {
    if (isOver) forgetFiled(id)
  }, [isOver, id])
  const { obstacle } = useDeparture(data ?? item)
  const text = say(`${factsOf(item.kind).screen}.named`, { subject: item.subject })
  return (
    <div className={cx(css.toast)}>
      <p role="status">
        {say('item.filed', { item: text })} {/* Read out once, not with every second. */}
        {obstacle === null && notBefore !== null && (
          <span aria-hidden="true">
            <Countdown until={notBefore} text={(seconds) => say('item.hold', { seconds })} />
          </span>
        )}
      </p>
      <Button size="small" variant="primary" shortcut="takeBack" onPress={() => onTakeBack(item)}>
        {say('item.cancel')}
      </Button>
    </div>
  )
}
