import { IntlMessageFormat } from 'intl-messageformat'
import { mainMessages, type MainMessageId } from './messages.ts'

export type Locale = 'nl' | 'en'
export type Say = (id: MainMessageId, values?: Record<string, string | number>) => string

/** Main's own sentences in the person's language. */
export const sayIn =
  (locale: Locale): Say =>
  (id, values = {}) =>
    String(new IntlMessageFormat(mainMessages[locale][id], locale).format(values))

/** Dutch unless the person or their computer says otherwise: the desk is Dutch first. */
export const localeOf = (preference: 'system' | Locale, systemLanguages: readonly string[]): Locale =>
  preference !== 'system'
    ? preference
    : (systemLanguages.map((tag) => tag.slice(0, 2)).find((tag): tag is Locale => tag === 'nl' || tag === 'en') ?? 'nl')
