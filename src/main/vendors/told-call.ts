import type { Call } from '../upstream/call.ts'

/** A request is built once more as it was sent, to be told to a helpdesk; what stands in its header is never looked at. */
export const noSecret = '-'

/** SECURITY: the key itself is never told. */
export const hiddenKey = 'Authorization: Bearer •••'

/** Where a request went; the account's own address where none can be built. */
export const addressOf = (call: Pick<Call, 'url' | 'path'> | null | undefined, url: string): string =>
  call ? `${call.url.origin}${call.path}` : url
