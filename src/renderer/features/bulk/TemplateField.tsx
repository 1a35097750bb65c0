import { useRef } from 'react'
import type { BulkColumn } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { TextArea } from '../../ui/TextField.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import css from './ColumnsStep.module.css'
import { placeholder } from './source-choice.ts'

interface TemplateFieldProps {
  readonly label: string
  readonly name: string
  readonly errors: readonly string[]
  readonly columns: readonly BulkColumn[]
  readonly template: string
  readonly onChange: (template: string) => void
}

/** A text with columns in it; a button puts one where the cursor is, and Ctrl+Z takes it back. */
export function TemplateField({ label, name, errors, columns, template, onChange }: TemplateFieldProps) {
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)

  function insert(column: BulkColumn): void {
    area.current?.focus()
    // As if it had been typed, which is the only way to keep the field's own undo (see ui/replace-text.ts).
    document.execCommand('insertText', false, placeholder(column))
  }

  return (
    <>
      <TextArea
        ref={area}
        label={label}
        name={name}
        errors={errors}
        description={say('bulkScreen.template.help', { open: '{', close: '}' })}
        rows={2}
        defaultValue={template}
        onChange={(event) => onChange(event.target.value)}
      />
      <Toolbar label={say('bulkScreen.template.insert')}>
        <span className={cx(css.placeholders)}>
          {columns.map((column) => (
            <Button
              key={column.index}
              size="small"
              aria-label={say('bulkScreen.template.insert.one', { name: column.name })}
              onPress={() => insert(column)}
            >
              {shownText(placeholder(column))}
            </Button>
          ))}
        </span>
      </Toolbar>
    </>
  )
}
