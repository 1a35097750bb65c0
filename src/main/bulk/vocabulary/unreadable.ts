import type { MessageId } from '#shared/languages/index.ts'
import type { Message } from '#shared/domain/message.ts'

/**
 * A table or a folder of files that cannot be used, with the sentence that says what to do. A plain error, without the
 * contract's schemas, because the worker that reads XLSX throws it too and has to start fast.
 */
export class Unreadable extends Error {
  readonly sentence: Message

  constructor(sentence: Message, options?: ErrorOptions) {
    super('id' in sentence ? sentence.id : sentence.text, options)
    this.name = 'Unreadable'
    this.sentence = sentence
  }
}

/** The one reason a person can act on, by the name of its sentence (src/shared/languages/nl/bulk-reading.ts). */
export const unreadable = (id: MessageId, values?: Record<string, string | number>, cause?: unknown): Unreadable =>
  new Unreadable(values ? { id, values } : { id }, cause === undefined ? undefined : { cause })
