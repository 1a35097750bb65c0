import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useSay } from '../../lib/i18n.tsx'
import type { FieldsProps, ListField } from '../../vendors/vendor.ts'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { FieldErrors } from '../Field.tsx'
import inputCss from '../Input.module.css'
import css from './RowsEditor.module.css'

interface Props extends Pick<FieldsProps, 'form' | 'errors'> {
  readonly list: ListField
  /** The words above the columns. */
  readonly columns: { readonly id: string; readonly label: string }
  /** A third column of what is no text; `label` says which row it is of. */
  readonly extra?: {
    readonly words: string
    readonly initial: object
    render(index: number, label: string): ReactNode
  }
}

/** A short list of values with words beside them, edited in place. */
export function RowsEditor({ form, errors, list, columns, extra }: Props) {
  const say = useSay()
  const { control, register } = form
  const { fields, append, remove } = useFieldArray({ control, name: list })
  const clearAll = () =>
    fields.forEach((_, index) => ['id', 'label'].forEach((column) => errors.clear(`${list}.${index}.${column}`)))

  return (
    <div className={cx(css.editor)}>
      {fields.length === 0 ? (
        <p className={cx(css.none)}>{say('settings.rows.none')}</p>
      ) : (
        <div className={cx(css.head, extra && css.withSwitch)} aria-hidden="true">
          <span>{columns.id}</span>
          <span>{columns.label}</span>
          {extra && <span>{extra.words}</span>}
        </div>
      )}
      {fields.map((row, index) => (
        <div key={row.id} className={cx(css.row, extra && css.withSwitch)}>
          {(['id', 'label'] as const).map((column) => {
            const name = `${list}.${index}.${column}` as const
            const found = errors.at(name)
            const errorsId = `${name}-errors`
            return (
              <div key={column} data-field={name}>
                <input
                  type="text"
                  autoComplete="off"
                  spellCheck={false}
                  className={cx(inputCss.input, column === 'id' && inputCss.mono)}
                  aria-label={say('settings.rows.cell', { column: columns[column], row: index + 1 })}
                  aria-invalid={found.length > 0 || undefined}
                  aria-describedby={found.length > 0 ? errorsId : undefined}
                  {...register(name, { onChange: () => errors.clear(name) })}
                />
                {found.length > 0 && <FieldErrors id={errorsId} errors={found} />}
              </div>
            )
          })}
          {extra?.render(index, say('settings.rows.cell', { column: extra.words, row: index + 1 }))}
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            aria-label={say('settings.rows.remove', { row: index + 1 })}
            onPress={() => {
              clearAll()
              remove(index)
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<Plus aria-hidden="true" />}
        onPress={() => append({ id: '', label: '', ...extra?.initial }, { focusName: `${list}.${fields.length}.id` })}
      >
        {say('settings.rows.add')}
      </Button>
    </div>
  )
}
