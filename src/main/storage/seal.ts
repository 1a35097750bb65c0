import { crc32 } from 'node:zlib'

/** What an item sends, and where: by their columns. */
export interface Sealed {
  kind: string
  accountId: string
  scope: string
  attachmentId: string | null
  /** As it stands in the ledger. */
  payload: string
}

/**
 * SECURITY: what leaves is what was confirmed, letter by letter: a bit that falls over on a disk passes every schema when it
 * makes another digit. Nobody is kept from changing both; this is against faults, as SQLite's pages have no checksum.
 */
export const sealOf = ({ kind, accountId, scope, attachmentId, payload }: Sealed): number =>
  crc32(`${kind}\n${accountId}\n${scope}\n${attachmentId ?? ''}\n${payload}`)
