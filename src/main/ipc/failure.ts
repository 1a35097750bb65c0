import type { MessageId } from '#shared/languages/index.ts'
import type * as z from 'zod'
import { fieldMessagesOf, type Message } from '#shared/domain/message.ts'
import type { Failure } from '#shared/ipc/procedure.ts'

/** An error with a sentence for the person; everything else that is thrown reaches a screen as `internal`. */
export class AppFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('id' in failure.message ? failure.message.id : failure.message.text)
    this.name = 'AppFailure'
    this.failure = failure
  }
}

/** The item a screen asked for is not there (any more): another click was first. */
export const gone = (): AppFailure => new AppFailure({ kind: 'invalid', message: { id: 'failure.gone' } })

/** Bad input as sentences at its fields. */
export const invalidInput = (error: z.core.$ZodError): AppFailure =>
  new AppFailure({ kind: 'invalid', message: { id: 'failure.invalid' }, fields: fieldMessagesOf(error) })

/** One sentence at one field. */
export const invalidAt = (field: string, message: Message): AppFailure =>
  new AppFailure({ kind: 'invalid', message: { id: 'failure.invalid' }, fields: { [field]: [message] } })

/** SQLite's primary result codes that a person can do something about. */
const storageSentences: Record<number, MessageId> = { 13: 'failure.diskFull', 10: 'failure.diskError', 8: 'failure.diskReadOnly' }

/**
 * Any thrown value as plain data. Unknown errors keep their details out of the screen: they are for the log, and may hold
 * customers' data.
 */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof AppFailure) return thrown.failure
  const code = thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : null
  const system = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  const id =
    (code !== null && storageSentences[code]) ||
    (system === 'ENOSPC' && 'failure.diskFull') ||
    (system === 'EIO' && 'failure.diskError')
  return { kind: 'internal', message: { id: id || 'failure.internal' } }
}
