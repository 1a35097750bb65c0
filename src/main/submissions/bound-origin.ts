import type { AccountSettings } from '#shared/vendors/index.ts'

/**
 * What items of an account are bound to: its origin, or `practice` for the embedded server, whose port differs at each start. An
 * item never leaves for another one than it was made for. In the ledger the column is called `scope`.
 */
export const boundOriginOf = (settings: AccountSettings): string =>
  settings.url === null ? 'practice' : new URL(settings.url).origin
