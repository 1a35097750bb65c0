/** Why what a ledger says may not be all that left: nothing goes without a person's word then. */
export const ledgerDoubts = [
  /** What was last seen here is not in it. */
  'older-copy',
  /** A backup took the place of what was here. */
  'restored',
  /** It has been open, and not on this computer in this folder. */
  'unknown-here',
  /** It was not closed, and its log is not there. */
  'log-lost',
  /** The log beside it belongs to another moment, or to another ledger. */
  'log-other',
] as const
export type LedgerDoubt = (typeof ledgerDoubts)[number]
/** What can be wrong with the log. */
export type LogDoubt = Extract<LedgerDoubt, 'log-lost' | 'log-other'>
