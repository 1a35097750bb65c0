import type { MessageId } from '#shared/languages/index.ts'
import type * as z from 'zod'
import { fieldMessagesOf, type Message } from '#shared/domain/message.ts'
import type { Failure } from '#shared/ipc/procedure.ts'
import { sqliteCodeOf } from '../storage/sqlite-code.ts'

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

/** What SQLite and the system say that a person can do something about. */
const storageSentences: Readonly<Record<string, MessageId>> = {
  SQLITE_FULL: 'failure.diskFull',
  SQLITE_IOERR: 'failure.diskError',
  SQLITE_READONLY: 'failure.diskReadOnly',
  ENOSPC: 'failure.diskFull',
  EIO: 'failure.diskError',
}

/**
 * Any thrown value as plain data. Unknown errors keep their details out of the screen: they are for the log, and may hold
 * customers' data.
 */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof AppFailure) return thrown.failure
  const code = sqliteCodeOf(thrown) ?? (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '')
  return { kind: 'internal', message: { id: storageSentences[code] ?? 'failure.internal' } }
}
