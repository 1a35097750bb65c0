import { useLayoutEffect, type ReactNode } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import type { Message } from '#shared/domain/message.ts'
import type { Preferences } from '#shared/domain/preferences.ts'
import { shownText } from './shown-text.ts'
import { languages, type Language, type MessageId } from '#shared/languages/index.ts'

export type Values = Record<string, string | number>
export type Say = (id: MessageId, values?: Values) => string

/** Dates and numbers in the way of the country, with a 24-hour clock in all. */
export const localeOf = (language: Language) => languages[language].locale

/** The language to speak: the person's choice, else the system's. */
export const languageOf = (chosen: Preferences['language'], system: Language): Language => (chosen === 'system' ? system : chosen)

interface Props {
  readonly language: Language
  readonly messages: Record<string, string>
  readonly children: ReactNode
}

/** Gives the screens their sentences and tells assistive technology which language they are in. */
export function I18n({ language, messages, children }: Props) {
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <IntlProvider locale={localeOf(language)} defaultLocale="nl-NL" messages={messages}>
      {children}
    </IntlProvider>
  )
}

/** The language on screen. */
export const useLanguage = (): Language => (useIntl().locale.startsWith('nl') ? 'nl' : 'en')

/** What stands in our sentences may be anybody's words. */
const shown = (values: Values | undefined): Values | undefined =>
  values &&
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? shownText(value) : value]))

/** Says a sentence of the catalogue. */
export function useSay(): Say {
  const intl = useIntl()
  return (id, values) => intl.formatMessage({ id }, shown(values))
}

/** Says a sentence by a name that was put together, where there is one. */
export function useSayIfKnown(): (id: string) => string | null {
  const intl = useIntl()
  return (id) => (id in intl.messages ? intl.formatMessage({ id }) : null)
}

/** Says what main or a vendor has to say: our own sentences by name, a vendor's in its own words. */
export function useSayMessage(): (message: Message) => string {
  const intl = useIntl()
  return (message) => {
    if ('text' in message) return shownText(message.text)
    const id = message.id in intl.messages ? message.id : 'lib.failure.unnamed'
    return intl.formatMessage({ id }, { id: message.id, ...shown(message.values) })
  }
}
