import { useRef, type RefObject } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { withValues } from '#shared/domain/blanks.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { placeholderNamed } from '#shared/vendors/placeholders.ts'
import { sharedVendorOf, type TypedFields } from '#shared/vendors/index.ts'
import { localeOf, useLanguage } from '../../lib/i18n.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import type { FixedChoices } from '../../vendors/vendor.ts'
import { replaceText } from '../replace-text.ts'

interface Options {
  readonly kind: Kind
  readonly account: Account | null
  /** What is on screen now. */
  readonly values: TypedFields
}

/** The text of a form, and what templates make of it. */
export interface TemplateText extends Options {
  readonly area: Readonly<RefObject<HTMLTextAreaElement | null>>
  /** Told by the field itself which one it is. */
  readonly attach: (element: HTMLTextAreaElement | null) => void
  /** What a blank of this name is filled with; empty where that is not known. */
  readonly valueOf: (name: string) => string
  /** Fills in what is known by now; Ctrl+Z takes it back. */
  readonly fill: () => void
}

const isTag = (tag: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

/** As a person reads a value that the form has a list for. */
function wordsOf(choices: FixedChoices | null, value: string): string {
  if (choices === null) return value
  if ('only' in choices) return choices.only.find((choice) => choice.value === value)?.label ?? value
  return choices.some.find(({ id }) => id === value)?.label || value
}

/** Ties the text of a form to what stands around it. */
export function useTemplateText({ kind, account, values }: Options): TemplateText {
  const area = useRef<HTMLTextAreaElement>(null)
  const own = localeOf(useLanguage())
  const { bulk } = useVendorOf(kind)
  const typed = new Map(Object.entries(values))
  const typedAt = (field: string) => String(typed.get(field) ?? '').trim()
  const { language } = sharedVendorOf(kind).templates

  function valueOf(name: string): string {
    const placeholder = placeholderNamed(kind, name)
    if (placeholder === null) return ''
    if (placeholder === 'account') return account?.settings.name ?? ''
    if (placeholder !== 'date') return wordsOf(bulk.fixedChoices(placeholder, account?.settings ?? null), typedAt(placeholder))
    const tag = language === null ? '' : typedAt(language)
    return new Intl.DateTimeFormat(isTag(tag) ? tag : own, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date())
  }

  function fill(): void {
    const element = area.current
    if (!element) return
    const filled = withValues(element.value, valueOf)
    if (filled === element.value) return
    const before = document.activeElement
    replaceText(element, filled)
    if (before instanceof HTMLElement && before !== element) before.focus()
  }
  const attach = (element: HTMLTextAreaElement | null) => {
    area.current = element
  }
  return { kind, account, values, area, attach, valueOf, fill }
}
