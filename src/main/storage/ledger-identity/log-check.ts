import type { LogDoubt } from './doubt.ts'
import type { Inspected } from './inspect.ts'
import type { LedgerMark } from './mark.ts'
import type { LedgerRecord } from './renew.ts'

/** What this computer remembers outside the ledger's folder. */
export interface Remembered {
  record: LedgerRecord | null
  claims: number
}

/** Whether the log goes on where the file ends: from the same generation or the one that follows it, and never back. */
function continues(file: LedgerMark, together: LedgerMark): boolean {
  const [newest, before] = together.newest
  const known = newest ?? { generation: 0, mark: '' }
  // Every log carries the identity, and the log in which a generation began carries it twice. One of another time carries one.
  if (known.generation !== together.generation || known.mark !== together.mark) return false
  if (together.commits < file.commits || together.claims < file.claims) return false
  if (file.generation === 0) return together.id === file.id && together.generation <= 1
  return [newest, before].some((one) => one?.generation === file.generation && one.mark === file.mark)
}

/** Whether file and log together are what was last here, with all that was claimed: then the log is the file's own. */
function isRemembered(together: LedgerMark | null, { record, claims }: Remembered): boolean {
  if (!together || record?.id !== together.id || together.claims < claims) return false
  const [newest] = together.newest
  if (newest?.generation !== together.generation || newest.mark !== together.mark) return false
  // Whoever ended between the two is one generation ahead of what is remembered.
  if (record.generation === 0) return together.generation <= 1
  return together.newest.some((one) => one.generation === record.generation && one.mark === record.mark)
}

/** A ledger that has never been opened, so that nothing can have left. */
const isUntouched = (mark: LedgerMark | null): boolean => mark === null || (mark.generation <= 1 && mark.claims === 0)

/**
 * Compares the file alone with what its log makes of it, before SQLite writes the one into the other. While it is open the
 * file says so, and from then on there is a log: without one, all since is lost.
 */
export function logDoubtOf(
  { content, alone, hasLog }: Extract<Inspected, { state: 'ledger' }>,
  remembered: Remembered,
): LogDoubt | null {
  const fileMark = alone && 'mark' in alone ? alone.mark : null
  if (!hasLog) return fileMark && !fileMark.clean ? 'log-lost' : null
  // A checkpoint that a crash or the disk cut off leaves a file that says nothing by itself.
  if (alone === null) return isRemembered(content.mark, remembered) ? null : 'log-other'
  if (!fileMark) return isUntouched(content.mark) ? null : 'log-other'
  return content.mark && continues(fileMark, content.mark) ? null : 'log-other'
}
