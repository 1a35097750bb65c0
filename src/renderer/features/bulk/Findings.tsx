import { fieldsOf } from '#shared/domain/bulk.ts'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import css from './Findings.module.css'

/** Each kind of remark with its number of rows: what was translated, what is wrong most. */
export function Findings({ run }: { run: BulkRun }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const names = fieldsOf(run.kind)
  const { findings } = run
  if (findings.length === 0) return null
  const problems = findings.filter(({ severity }) => severity === 'problem').length
  return (
    <div className={cx(css.findings)}>
      <Disclosure level={2} title={say('bulkScreen.check.findings', { problems, warnings: findings.length - problems })}>
        <ul className={cx(css.list)}>
          {findings.map(({ severity, field, message, rows, isExample }) => {
            const known = names.find((name) => name === field)
            return (
              <li key={`${field} ${sayMessage(message)}`} data-severity={severity}>
                {severity === 'problem' ? <CircleAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
                <span className={cx(css.rows)}>{say('bulkScreen.rows', { count: rows })}</span>
                <span>
                  {known && `${say(`bulkScreen.field.${known}`)}: `}
                  {isExample ? say('bulkScreen.check.example', { sentence: sayMessage(message) }) : sayMessage(message)}
                </span>
              </li>
            )
          })}
        </ul>
      </Disclosure>
    </div>
  )
}
