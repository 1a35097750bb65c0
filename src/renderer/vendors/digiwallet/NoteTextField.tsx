import type { UseFormRegisterReturn } from 'react-hook-form'
import { controlToSpaces, pathMaxLength, problemValues } from '#shared/vendors/digiwallet/note-text.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import { replaceText } from '../../ui/replace-text.ts'
import { TemplateArea } from '../../ui/templates/TemplateArea.tsx'
import type { TemplateText } from '../../ui/templates/use-template-text.ts'
import css from './NoteTextField.module.css'
import type { TextStatus } from './note-editing.ts'

interface NoteTextFieldProps {
  readonly label: string
  readonly status: TextStatus
  readonly field: UseFormRegisterReturn
  readonly texts: TemplateText
  /** What a check or a vendor said of it. */
  readonly errors: readonly string[]
  readonly onRemake: () => void
}

/** The note's text with its counter; what cannot be sent is said while typing, each with a way out. */
export function NoteTextField({ label, status, field, texts, errors, onRemake }: NoteTextFieldProps) {
  const say = useSay()
  const { area } = texts
  const { text, characters, pathLength, pathState, problems } = status
  const live = problems.map((problem) => say(`validation.text.${problem}`, problemValues(problem, text)))
  const counter =
    pathLength === null
      ? say('notes.counter', { count: characters })
      : say('notes.counter.path', { count: characters, percent: Math.ceil((pathLength / pathMaxLength) * 100) })
  const canRemake = problems.includes('slash') || problems.includes('pathTooLong')
  return (
    <div className={cx(css.field)} aria-live="polite" aria-relevant="additions">
      <TemplateArea
        texts={texts}
        field={field}
        text={text}
        label={label}
        aside={counter}
        errors={[...new Set([...live, ...errors])]}
      />
      {(problems.includes('control') || canRemake) && (
        <div className={cx(css.ways)}>
          {problems.includes('control') && (
            <Button size="small" onPress={() => area.current && replaceText(area.current, controlToSpaces(area.current.value))}>
              {say('notes.toSpaces')}
            </Button>
          )}
          {canRemake && (
            <Button size="small" onPress={onRemake}>
              {say('notes.remake')}
            </Button>
          )}
        </div>
      )}
      {pathState === 'long' && pathLength !== null && (
        <Notice tone="warn">{say('notes.path.long', { length: pathLength })}</Notice>
      )}
    </div>
  )
}
