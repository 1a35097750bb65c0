import { CircleAlert } from 'lucide-react'
import type { BulkField, BulkRow } from '#shared/domain/bulk.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import css from './ColumnsStep.module.css'
import { useFieldName, useValueWords } from './field-words.ts'

/** The first rows as they would be sent by the plan on screen, with what is wrong at its cell. */
export function PlanPreview({ fields, rows }: { fields: readonly BulkField[]; rows: readonly BulkRow[] }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const fieldName = useFieldName()
  const valueWords = useValueWords()
  return (
    <div role="region" className={cx(css.preview)} aria-label={say('bulkScreen.columns.preview')} data-region tabIndex={0}>
      <table>
        <caption>{say('bulkScreen.columns.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('bulkScreen.row')}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {fieldName(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.row}</th>
              {fields.map((field) => {
                const problems = (row.problems[field] ?? []).map(sayMessage)
                const value = row.values[field] ?? ''
                return (
                  <td key={field} title={[value, ...problems].join('\n')} className={cx(problems.length > 0 && css.bad)}>
                    {problems.length > 0 && <CircleAlert aria-hidden="true" />}{' '}
                    {field === 'test' && row.test ? (
                      <EnvironmentBadge environment="test" />
                    ) : value === '' ? (
                      '–'
                    ) : (
                      valueWords(field, value)
                    )}
                    {problems.length > 0 && <span className={cx(css.why)}>{problems[0]}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
