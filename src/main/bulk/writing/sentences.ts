import { IntlMessageFormat } from 'intl-messageformat'
import type { Message } from '#shared/domain/message.ts'
import { attachmentMessages } from '#shared/messages/attachment.ts'
import { bulkReadingMessages } from '#shared/messages/bulk-reading.ts'
import { bulkRunMessages } from '#shared/messages/bulk-run.ts'
import { ledgerDoubtMessages } from '#shared/messages/ledger-doubt.ts'
import { bulkMessages } from '#shared/messages/bulk.ts'
import { damageMessages } from '#shared/messages/damage.ts'
import { outboxMessages } from '#shared/messages/outbox.ts'
import { outcomeMessages } from '#shared/messages/outcome.ts'
import { validationMessages } from '#shared/messages/validation.ts'
import type { Language } from '../vocabulary/own-files.ts'

const catalogues: Record<Language, Record<string, string>> = {
  nl: {
    ...attachmentMessages.nl,
    ...bulkMessages.nl,
    ...bulkReadingMessages.nl,
    ...bulkRunMessages.nl,
    ...ledgerDoubtMessages.nl,
    ...damageMessages.nl,
    ...outboxMessages.nl,
    ...outcomeMessages.nl,
    ...validationMessages.nl,
  },
  en: {
    ...attachmentMessages.en,
    ...bulkMessages.en,
    ...bulkReadingMessages.en,
    ...bulkRunMessages.en,
    ...ledgerDoubtMessages.en,
    ...damageMessages.en,
    ...outboxMessages.en,
    ...outcomeMessages.en,
    ...validationMessages.en,
  },
}

export type Sentence = (message: Message) => string

/** Says messages in a file, where no screen can; a vendor's text goes as it came. Each sentence is taken apart once. */
export function sentencesIn(language: Language): Sentence {
  const formats = new Map<string, IntlMessageFormat>()
  return (message) => {
    if ('text' in message) return message.text
    const text = catalogues[language][message.id]
    if (text === undefined) return message.id
    const format = formats.get(message.id) ?? new IntlMessageFormat(text, language)
    formats.set(message.id, format)
    return String(format.format(message.values))
  }
}
