import { Check } from 'lucide-react'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { steps, type Step } from './bulk-steps.ts'
import css from './Stepper.module.css'

interface StepperProps {
  readonly current: Step
  readonly open: readonly Step[]
  readonly onChoose: (step: Step) => void
}

/** The five steps: which one this is, which are behind, and which can be gone to. */
export function Stepper({ current, open, onChoose }: StepperProps) {
  const say = useSay()
  const at = steps.indexOf(current)
  return (
    <nav aria-label={say('bulkScreen.steps')}>
      <ol className={cx(css.steps)}>
        {steps.map((step, index) => (
          <li key={step} className={cx(index < at && css.behind)}>
            <button
              type="button"
              className={cx(css.step)}
              aria-current={step === current ? 'step' : undefined}
              disabled={!open.includes(step)}
              onClick={() => onChoose(step)}
            >
              <span className={cx(css.number)}>{index < at ? <Check aria-hidden="true" /> : index + 1}</span>
              <span className={cx(css.name)}>{say(`bulkScreen.step.${step}`)}</span>
              {index < at && <span className="visually-hidden">({say('bulkScreen.step.behind')})</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
