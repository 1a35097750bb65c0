import type { AccountValues } from '../../vendors/vendor.ts'

/** Changed and not stored: kept while the window lives, so that a look at another screen costs no typing. */
export const unsavedAccounts = new Map<string, AccountValues>()
