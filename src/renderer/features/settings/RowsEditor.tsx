import { Plus, Trash2 } from 'lucide-react'
import { Controller, useFieldArray } from 'react-hook-form'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldErrors } from '../../ui/Field.tsx'
import inputCss from '../../ui/Input.module.css'
import { Switch } from '../../ui/Switch.tsx'
import type { FieldsProps } from './fields-props.ts'
import css from './RowsEditor.module.css'

interface Props extends Pick<FieldsProps, 'form' | 'errors'> {
  readonly list: 'categories' | 'locales' | 'outlets'
  /** The words above the columns; `testMode` for outlets alone. */
  readonly columns: { readonly id: string; readonly label: string; readonly testMode?: string }
}

/** A short list of values with words beside them, edited in place. */
export function RowsEditor({ form, errors, list, columns }: Props) {
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
        <div className={cx(css.head, columns.testMode !== undefined && css.withSwitch)} aria-hidden="true">
          <span>{columns.id}</span>
          <span>{columns.label}</span>
          {columns.testMode !== undefined && <span>{columns.testMode}</span>}
        </div>
      )}
      {fields.map((row, index) => (
        <div key={row.id} className={cx(css.row, columns.testMode !== undefined && css.withSwitch)}>
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
          {list === 'outlets' && (
            <Controller
              control={control}
              name={`outlets.${index}.testMode`}
              render={({ field }) => (
                <Switch
                  label={
                    <span className="visually-hidden">
                      {say('settings.rows.cell', { column: columns.testMode ?? '', row: index + 1 })}
                    </span>
                  }
                  isSelected={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          )}
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
        onPress={() =>
          append(
            { id: '', label: '', ...(list === 'outlets' ? { testMode: false } : {}) },
            { focusName: `${list}.${fields.length}.id` },
          )
        }
      >
        {say('settings.rows.add')}
      </Button>
    </div>
  )
}
