import { titleOfTemplate, type TemplateFields } from '#shared/domain/template.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { cx } from '../cx.ts'
import css from './Templates.module.css'

const oneLine = (text: string) => shownText(text.slice(0, 200).replaceAll(/\s+/g, ' ').trim())

/** A text in a list: what it is called, and how it begins where that says more. */
export function TemplateWords({ fields }: { fields: TemplateFields }) {
  const say = useSay()
  const title = titleOfTemplate(fields)
  const begins = oneLine(fields.text)
  return (
    <span className={cx(css.words)}>
      <span className={cx(css.title)}>{shownText(title) || say('templates.untitled')}</span>
      {begins !== title && <span className={cx(css.excerpt)}>{begins}</span>}
    </span>
  )
}
