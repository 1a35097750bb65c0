import { useCallback, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { blanksIn, blankNames, withValues } from '#shared/domain/blanks.ts'
import type { Template } from '#shared/domain/template.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { fits, searched, useTemplatesOf } from '../../lib/templates.ts'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { TextArea } from '../TextField.tsx'
import { BlankMarks } from './BlankMarks.tsx'
import { slashAt, type Slash } from './slash.ts'
import { SlashList } from './SlashList.tsx'
import { TemplateMenu } from './TemplateMenu.tsx'
import css from './Templates.module.css'
import type { TemplateText } from './use-template-text.ts'
import { useKeepText } from './use-keep-text.ts'

interface TemplateAreaProps {
  readonly texts: TemplateText
  readonly field: UseFormRegisterReturn
  /** What stands in it now. */
  readonly text: string
  readonly label: string
  readonly errors: readonly string[]
  readonly rows?: number
  readonly description?: ReactNode
  /** A counter. */
  readonly aside: ReactNode
}

/** So many can be told apart at a glance; more letters find the others. */
const offered = 6

/** The text of an item: a slash at the start of a line, or a button, puts one of the clerk's own in; what is left to fill in is marked. */
export function TemplateArea({ texts, field, text, aside, rows = 5, ...words }: TemplateAreaProps) {
  const say = useSay()
  const id = useId()
  const { kind, account, values, area, valueOf } = texts
  const templates = useTemplatesOf(kind)
  const fitting = templates.filter((template) => fits(template, account?.id ?? null, { ...values }))
  const others = templates.filter((template) => !fitting.includes(template))
  const marks = useRef<HTMLDivElement>(null)
  const [slash, setSlash] = useState<(Slash & { readonly active: number }) | null>(null)
  const [lineBottom, setLineBottom] = useState(0)
  const found = slash ? searched([...fitting, ...others], slash.search).slice(0, offered) : []
  const isOpen = found.length > 0
  const { keep, manage } = useKeepText(texts)
  const onLine = useCallback((bottom: number) => setLineBottom(bottom - (area.current?.scrollTop ?? 0)), [area])

  function put(template: Template, from: number, to: number): void {
    const element = area.current
    if (!element) return
    setSlash(null)
    element.focus()
    element.setSelectionRange(from, to)
    const filled = withValues(template.fields.text.replaceAll('\r\n', '\n'), valueOf)
    // As if it had been typed, which is the only way to keep the field's own undo (see ui/replace-text.ts).
    document.execCommand('insertText', false, filled)
    select(blanksIn(filled)[0], from)
    unwrap(client.templates.use({ id: template.id })).catch(reportProblem)
  }

  function select(blank: { readonly start: number; readonly whole: string } | undefined, after = 0): void {
    if (!blank) return
    area.current?.focus()
    area.current?.setSelectionRange(after + blank.start, after + blank.start + blank.whole.length)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (!slash || !isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = found[slash.active]
    if (step !== undefined) setSlash({ ...slash, active: (slash.active + step + found.length) % found.length })
    else if (event.key === 'Escape') setSlash(null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen)
      put(chosen, slash.from, event.currentTarget.selectionEnd)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const blanks = blanksIn(text)
  const fillable = blanks.some(({ name }) => valueOf(name) !== '')
  const [first] = blanks
  const next = () => {
    const cursor = area.current?.selectionEnd ?? 0
    select(blanks.find(({ start }) => start >= cursor) ?? first)
  }
  return (
    <TextArea
      {...words}
      {...field}
      ref={(element) => {
        texts.attach(element)
        field.ref(element)
      }}
      rows={rows}
      spellCheck
      aside={aside}
      warning={
        first && (
          <>
            {say('templates.blanks', { names: blankNames(text).join(', ') })}
            {fillable && (
              <Button size="small" onPress={texts.fill}>
                {say('templates.blanks.fill')}
              </Button>
            )}
            <Button size="small" onPress={next}>
              {say('templates.blanks.next', { name: first.whole })}
            </Button>
          </>
        )
      }
      behind={
        (first || isOpen) && <BlankMarks ref={marks} text={text} at={isOpen ? (slash?.from ?? null) : null} onLine={onLine} />
      }
      over={
        slash &&
        isOpen && (
          <SlashList
            id={id}
            search={slash.search}
            found={found}
            active={slash.active}
            top={lineBottom}
            onChoose={(template) => put(template, slash.from, area.current?.selectionEnd ?? slash.from)}
          />
        )
      }
      // Behind the text: who comes by Tab from the field before types on.
      below={
        <div className={cx(css.menu)}>
          <TemplateMenu
            fitting={fitting}
            others={others}
            onKeep={text.trim() === '' ? undefined : keep}
            onManage={manage}
            onChoose={(template) => put(template, area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0)}
          />
        </div>
      }
      aria-autocomplete="list"
      aria-controls={isOpen ? id : undefined}
      aria-activedescendant={isOpen ? `${id}-${slash?.active ?? 0}` : undefined}
      onChange={(event) => {
        void field.onChange(event)
        const at = slashAt(event.target.value, event.target.selectionEnd)
        setSlash(at && { ...at, active: 0 })
      }}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => {
        if (marks.current) marks.current.scrollTop = currentTarget.scrollTop
      }}
      onSelect={({ currentTarget }) => {
        if (slash && slashAt(currentTarget.value, currentTarget.selectionEnd)?.from !== slash.from) setSlash(null)
      }}
      onBlur={(event) => {
        void field.onBlur(event)
        setSlash(null)
      }}
    />
  )
}
