import type { LogDoubt } from './doubt.ts'
import type { Inspected } from './inspect.ts'
import type { LedgerMark } from './mark.ts'

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

/** A ledger that has never been opened, so that nothing can have left. */
const isUntouched = (mark: LedgerMark | null): boolean => mark === null || (mark.generation <= 1 && mark.claims === 0)

/**
 * Compares the file alone with what its log makes of it, before SQLite writes the one into the other. While it is open the
 * file says so, and from then on there is a log: without one, all since is lost.
 */
export function logDoubtOf({ content, alone, hasLog }: Extract<Inspected, { state: 'ledger' }>): LogDoubt | null {
  const fileMark = alone && 'mark' in alone ? alone.mark : null
  if (!hasLog) return fileMark && !fileMark.clean ? 'log-lost' : null
  if (alone === null) return 'log-other'
  if (!fileMark) return isUntouched(content.mark) ? null : 'log-other'
  return content.mark && continues(fileMark, content.mark) ? null : 'log-other'
}
