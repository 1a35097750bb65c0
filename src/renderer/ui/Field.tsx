import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useSay } from '../lib/i18n.tsx'
import css from './Field.module.css'
import { cx } from './cx.ts'

/** What every field of a form shares. */
export interface FieldProps {
  readonly label: string
  /** The name an error is kept under; ErrorSummary focuses the field by it. */
  readonly name?: string | undefined
  readonly description?: ReactNode
  /** Sentences, already in the person's language; all are shown. */
  readonly errors?: readonly string[] | undefined
  /** What a person should know of the value and may go on with; it stops nothing. */
  readonly warning?: ReactNode
  /** Says so beside the label; fields are required unless they say otherwise. */
  readonly optional?: boolean | undefined
  /** Stands at the right of the label, as a counter does. */
  readonly aside?: ReactNode
}

/** What a control in a field wires up. */
export interface ControlIds {
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

interface ScaffoldProps extends FieldProps {
  readonly children: (ids: ControlIds) => ReactNode
  /** A group of controls has a label that is no `<label>`. */
  readonly group?: boolean | undefined
}

/** Label above, description and errors below, tied to the control for a screen reader. */
export function Field({ label, name, description, errors = [], warning, optional, aside, group, children }: ScaffoldProps) {
  const say = useSay()
  const id = useId()
  const ids = { label: `${id}-label`, description: `${id}-description`, errors: `${id}-errors`, warning: `${id}-warning` }
  const invalid = errors.length > 0
  const warns = Boolean(warning)
  const describedBy = cx(invalid && ids.errors, warns && ids.warning, description !== undefined && ids.description) || undefined
  const Label = group ? 'span' : 'label'
  return (
    <div className={cx(css.field)} data-field={name} data-invalid={invalid || undefined}>
      <div className={cx(css.head)}>
        <Label id={ids.label} {...(group ? {} : { htmlFor: id })} className={cx(css.label)}>
          {label}
          {optional && <span className={cx(css.optional)}> ({say('ui.optional')})</span>}
        </Label>
        {aside !== undefined && <span className={cx(css.aside)}>{aside}</span>}
      </div>
      {children({ id, labelId: ids.label, describedBy, invalid })}
      {invalid && <FieldErrors id={ids.errors} errors={errors} />}
      <div id={ids.warning} role="status" className={cx(warns ? css.warning : css.silent)}>
        {warns && (
          <>
            <TriangleAlert aria-hidden="true" />
            <div>{warning}</div>
          </>
        )}
      </div>
      {description !== undefined && (
        <div id={ids.description} className={cx(css.description)}>
          {description}
        </div>
      )}
    </div>
  )
}

/** The errors of one field, with an icon so that colour alone carries nothing. */
export function FieldErrors({ id, errors }: { id?: string | undefined; errors: readonly string[] }) {
  return (
    <ul id={id} className={cx(css.errors)}>
      {errors.map((error) => (
        <li key={error}>
          <CircleAlert aria-hidden="true" />
          <span>{error}</span>
        </li>
      ))}
    </ul>
  )
}
