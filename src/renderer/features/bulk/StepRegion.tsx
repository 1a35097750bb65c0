import { useRef, type ReactNode, type RefObject } from 'react'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { useFocusWhenLost } from '../../ui/focus-when-lost.ts'
import css from './Bulk.module.css'
import type { Step } from './bulk-steps.ts'

interface StepRegionProps {
  readonly step: Step
  /** What else takes a button away that was just pressed, as a run that begins. */
  readonly moment?: string
  readonly children: ReactNode
}

/** The step in view as a part of the page: it takes the focus over from a button that went with the step before. */
export function StepRegion({ step, moment = '', children }: StepRegionProps) {
  const say = useSay()
  const region = useRef<HTMLElement>(null)
  return (
    <section ref={region} tabIndex={-1} className={cx(css.step)} aria-label={say(`bulkScreen.step.${step}`)} data-region>
      {children}
      <LostFocus key={`${step} ${moment}`} to={region} />
    </section>
  )
}

function LostFocus({ to }: { to: RefObject<HTMLElement | null> }) {
  useFocusWhenLost(to)
  return null
}
