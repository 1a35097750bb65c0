import { sourceRefusal } from '../../features/attachments/refusal.ts'
import { AppFailure } from '../../ipc/failure.ts'
import { Unreadable } from './unreadable.ts'

/** Any error of reading or writing a table as the screens take it: what a person can act on keeps its sentence. */
export const tableFailure = (error: unknown, name: string): unknown =>
  error instanceof Unreadable ? new AppFailure({ kind: 'invalid', message: error.sentence }) : sourceRefusal(error, name)
