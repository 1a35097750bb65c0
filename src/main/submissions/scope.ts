import type { AccountSettings } from '#shared/domain/account.ts'

/**
 * Where items of an account belong: its origin, or `practice` for the embedded server, whose port differs at each start. An
 * item never leaves for another scope than the one it was made for.
 */
export const scopeOf = (settings: AccountSettings): string => (settings.url === null ? 'practice' : new URL(settings.url).origin)
