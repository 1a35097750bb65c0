import { CircleAlert, TriangleAlert } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { fieldsOf, type BulkRun } from '#shared/domain/bulk.ts'
import { type FindingKey } from '#shared/domain/bulk-check.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import css from './Findings.module.css'
import { isSameFinding } from './finding-key.ts'

interface FindingsProps {
  readonly run: BulkRun
  /** The one whose rows are listed. */
  readonly chosen: FindingKey | null
  readonly onChoose: (finding: FindingKey | null) => void
}

/** Each kind of remark with its number of rows, what is wrong first; a press lists those rows alone. */
export function Findings({ run, chosen, onChoose }: FindingsProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const names = fieldsOf(run.kind)
  const { findings } = run
  if (findings.length === 0) return null
  const problems = findings.filter(({ severity }) => severity === 'problem').length
  return (
    <div className={cx(css.findings)}>
      <Disclosure
        level={2}
        isOpenAtStart={problems > 0}
        title={say('bulkScreen.check.findings', { problems, warnings: findings.length - problems })}
      >
        <ul className={cx(css.list)} aria-label={say('bulkScreen.check.messages')}>
          {findings.map(({ rows, ...finding }) => {
            const { severity, field, message, isExample } = finding
            const known = names.find((name) => name === field)
            return (
              <li key={`${field} ${sayMessage(message)}`} data-severity={severity}>
                <ToggleButton
                  className={cx(css.finding)}
                  isSelected={chosen !== null && isSameFinding(chosen, finding)}
                  onChange={(isSelected) => onChoose(isSelected ? finding : null)}
                >
                  {severity === 'problem' ? <CircleAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
                  <span className={cx(css.rows)}>{say('bulkScreen.rows', { count: rows })}</span>
                  <span>
                    {known && `${say(`bulkScreen.field.${known}`)}: `}
                    {isExample ? say('bulkScreen.check.example', { sentence: sayMessage(message) }) : sayMessage(message)}
                  </span>
                </ToggleButton>
              </li>
            )
          })}
        </ul>
      </Disclosure>
    </div>
  )
}
