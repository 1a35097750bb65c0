import type { Template } from '#shared/domain/template.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../cx.ts'
import { TemplateWords } from './TemplateWords.tsx'
import css from './Templates.module.css'

interface SlashListProps {
  readonly id: string
  readonly search: string
  readonly found: readonly Template[]
  readonly active: number
  /** From the top of the text. */
  readonly top: number
  readonly onChoose: (template: Template) => void
}

/** What opens under a slash while one types on; the field keeps the focus and its keys. */
export function SlashList({ id, search, found, active, top, onChoose }: SlashListProps) {
  const say = useSay()
  return (
    <div
      ref={(element) => element?.scrollIntoView({ block: 'nearest' })}
      id={id}
      role="listbox"
      aria-label={say('templates.slash', { search })}
      className={cx(css.found)}
      style={{ top }}
    >
      {found.map((template, index) => (
        <div
          key={template.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={cx(css.option)}
          // The field must not lose the focus to a press.
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(template)
          }}
        >
          <TemplateWords fields={template.fields} />
        </div>
      ))}
    </div>
  )
}
