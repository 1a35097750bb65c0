import type { NativeDialogs } from './dialogs.ts'
import { LedgerDamaged, LedgerTooNew } from './storage/ledger-failures.ts'
import type { Say } from './text/say.ts'

/** Why the app does not start, in a native box: there is no window yet, and nothing may be sent without the ledger. */
export function reportStartFailure(
  error: unknown,
  folder: string,
  { errorBox }: Pick<NativeDialogs, 'errorBox'>,
  say: Say,
): void {
  if (error instanceof LedgerDamaged) errorBox(say('ledger.damagedTitle'), say('ledger.damaged', { file: error.file }))
  else if (error instanceof LedgerTooNew) errorBox(say('ledger.tooNewTitle'), say('ledger.tooNew', { file: error.file }))
  else {
    const reason = error instanceof Error ? error.message : String(error)
    errorBox(say('start.failedTitle'), say('start.failed', { file: folder, reason }))
  }
}
