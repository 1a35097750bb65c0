import type { BulkRun } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { cx } from '../../ui/cx.ts'
import css from './TopRows.module.css'
import { headerRowOf } from './header-choice.ts'

const shownRows = 8

/** The file as it begins, with the row that names the columns marked: where it was read wrong, it shows here. */
export function TopRows({ run }: { readonly run: BulkRun }) {
  const say = useSay()
  const header = headerRowOf(run)
  const rows = run.top.slice(0, shownRows)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const isAbove = (row: number) => header !== null && row < header
  return (
    <div role="region" className={cx(css.scroll)} aria-label={say('bulkScreen.file.top')} tabIndex={0}>
      <table className={cx(css.rows)}>
        <caption>{say('bulkScreen.file.top')}</caption>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} className={cx(row === header && css.header, isAbove(row) && css.above)}>
              <th scope="row">{row}</th>
              {Array.from({ length: width }, (_, at) =>
                row === header ? (
                  <th key={at} scope="col">
                    {shownText(cells[at] ?? '')}
                  </th>
                ) : (
                  <td key={at}>{shownText(cells[at] ?? '')}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
