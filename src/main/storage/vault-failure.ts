/** Why the vault could not keep or give a file. `lost` is final for this copy: the file has to be attached again. */
export type VaultReason = 'lost' | 'locked' | 'denied' | 'broken' | 'too-large' | 'disk-full' | 'disk-refused'

/** A failure of the vault that has a sentence and a next step of its own. */
export class VaultFailure extends Error {
  readonly reason: VaultReason

  constructor(reason: VaultReason, id: string, options?: ErrorOptions) {
    super(`Attachment ${id}: ${reason}.`, options)
    this.name = 'VaultFailure'
    this.reason = reason
  }
}

/** `EFBIG` is what a file-size limit says, `EDQUOT` a quota: for the person all three mean "make room". */
const reasons: Record<string, 'disk-full' | 'disk-refused'> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  // SQLite's own word for it (https://www.sqlite.org/rescode.html#full).
  SQLITE_FULL: 'disk-full',
  EROFS: 'disk-refused',
  EACCES: 'disk-refused',
  EPERM: 'disk-refused',
  EIO: 'disk-refused',
  // Another program, such as an antivirus, holds it for longer than a rename is tried.
  EBUSY: 'disk-refused',
  // Something that is no folder stands where the vault should be.
  EEXIST: 'disk-refused',
  ENOTDIR: 'disk-refused',
}

/** What a disk has against a write; null where it is something else. */
export const diskReasonOf = (error: unknown): 'disk-full' | 'disk-refused' | null =>
  reasons[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? null

/** An error of the vault's own disk, by name; anything else, such as a failing source, stays what it is. */
export function vaultFailureOf(error: unknown, id: string): unknown {
  const reason = diskReasonOf(error)
  return reason ? new VaultFailure(reason, id, { cause: error }) : error
}
