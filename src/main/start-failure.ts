import type { NativeDialogs } from './dialogs.ts'
import {
  LedgerDamaged,
  LedgerFailure,
  LedgerHeldElsewhere,
  LedgerInUse,
  LedgerMissing,
  LedgerOnNetwork,
  LedgerSealed,
  LedgerTooNew,
} from './storage/ledger-failures.ts'
import type { MessageId } from '#shared/languages/index.ts'
import type { Say } from './text/say.ts'

/** The sentences for a ledger that can't be opened: a title, and what to do. */
const ofLedger = [
  [LedgerDamaged, 'ledger.damagedTitle', 'ledger.damaged'],
  [LedgerMissing, 'ledger.missingTitle', 'ledger.missing'],
  [LedgerTooNew, 'ledger.tooNewTitle', 'ledger.tooNew'],
  [LedgerInUse, 'ledger.inUseTitle', 'ledger.inUse'],
  [LedgerOnNetwork, 'ledger.networkTitle', 'ledger.network'],
] as const satisfies readonly (readonly [unknown, MessageId, MessageId])[]

/** Why the app does not start, in a native box: there is no window yet, and nothing may be sent without the ledger. */
export function reportStartFailure(
  error: unknown,
  folder: string,
  { errorBox }: Pick<NativeDialogs, 'errorBox'>,
  say: Say,
): void {
  // Whoever chose to quit has read why.
  if (error instanceof LedgerFailure && (error.wasTold || error instanceof LedgerHeldElsewhere)) return
  if (error instanceof LedgerSealed)
    return errorBox(say('ledger.sealedTitle'), say(`ledger.sealed.${error.reason}`, { file: error.file }))
  for (const [kind, title, text] of ofLedger) {
    if (error instanceof kind) return errorBox(say(title), say(text, { file: error.file }))
  }
  const reason = error instanceof Error ? error.message : String(error)
  errorBox(say('start.failedTitle'), say('start.failed', { file: folder, reason }))
}
