import { IntlMessageFormat } from 'intl-messageformat'
import type { Message } from '#shared/domain/message.ts'
import { catalogues, isMessageId, type Language } from '#shared/languages/index.ts'

export type Sentence = (message: Message) => string

/** Says messages in a file, where no screen can; a vendor's text goes as it came. Each sentence is taken apart once. */
export function sentencesIn(language: Language): Sentence {
  const formats = new Map<string, IntlMessageFormat>()
  return (message) => {
    if ('text' in message) return message.text
    if (!isMessageId(message.id)) return message.id
    const text = catalogues[language][message.id]
    const format = formats.get(message.id) ?? new IntlMessageFormat(text, language)
    formats.set(message.id, format)
    return String(format.format(message.values))
  }
}
