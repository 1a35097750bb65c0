import { IntlMessageFormat } from 'intl-messageformat'
import { nativeValue } from './native-value.ts'
import { catalogues, isLanguage, type Language, type MessageId } from '#shared/languages/index.ts'

export type Say = (id: MessageId, values?: Record<string, string | number>) => string

/** Main's own sentences in the person's language. */
export const sayIn =
  (language: Language): Say =>
  (id, values = {}) =>
    String(new IntlMessageFormat(catalogues[language][id], language).format(values))

/** The same for what the system shows: dialogs, notifications and menus. Only there is a value not shown by a page of ours. */
export const sayNatively = (language: Language): Say => {
  const say = sayIn(language)
  return (id, values = {}) =>
    say(
      id,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? nativeValue(value) : value]),
      ),
    )
}

/** Dutch unless the person or their computer says otherwise: the desk is Dutch first. */
export const localeOf = (preference: 'system' | Language, systemLanguages: readonly string[]): Language =>
  preference !== 'system' ? preference : (systemLanguages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'nl')
