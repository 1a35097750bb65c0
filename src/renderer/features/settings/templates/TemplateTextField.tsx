import { useRef } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { Kind } from '#shared/domain/kinds.ts'
import { placeholderName, placeholdersOf } from '#shared/vendors/placeholders.ts'
import { useLanguage, useSay } from '../../../lib/i18n.tsx'
import { Button } from '../../../ui/Button.tsx'
import { cx } from '../../../ui/cx.ts'
import { BlankMarks } from '../../../ui/templates/BlankMarks.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import css from './TemplateForm.module.css'

interface TemplateTextFieldProps {
  readonly kind: Kind
  readonly field: UseFormRegisterReturn
  readonly label: string
  readonly text: string
  readonly errors: readonly string[]
}

const noLine = () => {}

/** The text with its blanks marked; a button puts one where the cursor is, and Ctrl+Z takes it back. */
export function TemplateTextField({ kind, field, label, text, errors }: TemplateTextFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const area = useRef<HTMLTextAreaElement>(null)
  const marks = useRef<HTMLDivElement>(null)

  function insert(name: string): void {
    area.current?.focus()
    // As if it had been typed, which is the only way to keep the field's own undo (see ui/replace-text.ts).
    document.execCommand('insertText', false, `{${name}}`)
  }

  return (
    <>
      <TextArea
        {...field}
        ref={(element) => {
          area.current = element
          field.ref(element)
        }}
        label={label}
        errors={errors}
        description={say('templates.text.hint', { open: '{', close: '}' })}
        rows={8}
        spellCheck
        behind={<BlankMarks ref={marks} text={text} at={null} onLine={noLine} />}
        onScroll={({ currentTarget }) => {
          if (marks.current) marks.current.scrollTop = currentTarget.scrollTop
        }}
      />
      <Toolbar label={say('templates.insert')}>
        <span className={cx(css.placeholders)}>
          {placeholdersOf(kind).map((placeholder) => {
            const name = placeholderName(placeholder, language)
            return (
              <Button
                key={placeholder}
                size="small"
                aria-label={say('templates.insert.one', { name })}
                onPress={() => insert(name)}
              >
                {`{${name}}`}
              </Button>
            )
          })}
        </span>
      </Toolbar>
    </>
  )
}
