import { IntlMessageFormat } from 'intl-messageformat'
import { catalogues, isLanguage, type Language, type MessageId } from '#shared/languages/index.ts'

export type Say = (id: MessageId, values?: Record<string, string | number>) => string

/** Main's own sentences in the person's language. */
export const sayIn =
  (language: Language): Say =>
  (id, values = {}) =>
    String(new IntlMessageFormat(catalogues[language][id], language).format(values))

/** Dutch unless the person or their computer says otherwise: the desk is Dutch first. */
export const localeOf = (preference: 'system' | Language, systemLanguages: readonly string[]): Language =>
  preference !== 'system' ? preference : (systemLanguages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'nl')
