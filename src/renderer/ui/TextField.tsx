import type { ComponentPropsWithRef, ReactNode } from 'react'
import css from './Input.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { cx } from './cx.ts'

type Native =
  | 'type'
  | 'defaultValue'
  | 'name'
  | 'onBlur'
  | 'onChange'
  | 'onInput'
  | 'onKeyDown'
  | 'ref'
  | 'inputMode'
  | 'autoComplete'
  | 'placeholder'
  | 'readOnly'
  | 'disabled'
  | 'maxLength'
  | 'spellCheck'
  | 'autoFocus'

export interface TextFieldProps extends FieldProps, Pick<ComponentPropsWithRef<'input'>, Exclude<Native, 'name'>> {
  /** Tabular figures in a fixed width, for numbers that are names. */
  readonly mono?: boolean | undefined
}

/** One line of text. Uncontrolled, so that native undo works: spread react-hook-form's `register(name)` on it. */
export function TextField({ label, name, description, errors, warning, optional, aside, mono, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, name, description, errors, warning, optional, aside }}>
      {({ id, describedBy, invalid }) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...input}
          id={id}
          name={name}
          className={cx(css.input, mono && css.mono)}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={!optional || undefined}
        />
      )}
    </Field>
  )
}

export interface TextAreaProps
  extends
    FieldProps,
    Pick<
      ComponentPropsWithRef<'textarea'>,
      | 'defaultValue'
      | 'onBlur'
      | 'onChange'
      | 'onInput'
      | 'onKeyDown'
      | 'onScroll'
      | 'onSelect'
      | 'ref'
      | 'placeholder'
      | 'readOnly'
      | 'disabled'
      | 'maxLength'
      | 'spellCheck'
      | 'aria-activedescendant'
      | 'aria-autocomplete'
      | 'aria-controls'
    > {
  readonly rows?: number | undefined
  /** Lies behind the letters, which then have no ground of their own. */
  readonly behind?: ReactNode
  /** Stands over the lines, as a list does that opens while one types. */
  readonly over?: ReactNode
  /** Under the lines. */
  readonly below?: ReactNode
}

/** Lines of text that grow with what is typed. Uncontrolled, as TextField. */
export function TextArea(props: TextAreaProps) {
  const { label, name, description, errors, warning, optional, aside, rows = 5, behind, over, below, ...area } = props
  return (
    <Field {...{ label, name, description, errors, warning, optional, aside }}>
      {({ id, describedBy, invalid }) => (
        <>
          <div className={cx(css.stack)}>
            {behind}
            <textarea
              {...area}
              id={id}
              name={name}
              rows={rows}
              className={cx(css.input, css.area)}
              data-clear={behind ? true : undefined}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              aria-required={!optional || undefined}
            />
            {over}
          </div>
          {below}
        </>
      )}
    </Field>
  )
}
