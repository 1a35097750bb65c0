import { createHash } from 'node:crypto'

/**
 * An item's id in the team, from its ledger's and its own (RFC 9562, version 5 by its form): rows of runs are numbered by each ledger
 * alike. A copy of a ledger makes the same ids, so that the team knows again what it was told by the original.
 */
export function teamItemId(ledgerId: string, submissionId: string): string {
  const bytes = createHash('sha1').update(`${ledgerId}\n${submissionId}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
