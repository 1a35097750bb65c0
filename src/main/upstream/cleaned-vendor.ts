import type { Message } from '#shared/domain/message.ts'
import { withoutSecret } from '../redaction/secret-spellings.ts'
import type { Evidence } from './types.ts'

/** The longest sentence of a vendor, name of a field and number that is kept; the whole answer stands beside them. */
const lengths = { text: 2_000, name: 100 } as const

/**
 * What a vendor's answer was taken to say, as it may be stored and shown.
 * SECURITY: sentences, names and even the number may echo the key. They are cleaned first and cut then: half a key is no key that
 * a cleaner finds, and still half a key.
 */
export function cleanedVendor(vendor: Evidence['vendor'], secret: string): Evidence['vendor'] {
  const clean = (text: string, length: number = lengths.text) => withoutSecret(text, secret).slice(0, length).toWellFormed()
  const cleanMessage = (message: Message): Message => {
    if ('text' in message) return { text: clean(message.text) }
    if (!message.values) return message
    const values = Object.entries(message.values).map(
      ([name, value]) => [name, typeof value === 'string' ? clean(value, lengths.name) : value] as const,
    )
    return { ...message, values: Object.fromEntries(values) }
  }
  switch (vendor.says) {
    case 'success':
      return vendor.number === null ? vendor : { ...vendor, number: clean(vendor.number, lengths.name) }
    case 'error': {
      const fields = Object.entries(vendor.fields).map(
        ([field, messages]) => [clean(field, lengths.name), messages.map(cleanMessage)] as const,
      )
      return { ...vendor, head: vendor.head.map(cleanMessage), fields: Object.fromEntries(fields) }
    }
    case 'halt':
    case 'nothing':
      return vendor
  }
}
