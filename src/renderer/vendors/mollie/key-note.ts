import type { AccountSettings } from '#shared/vendors/index.ts'
import type { Say } from '../../lib/i18n.tsx'

/** What a key says of itself: Mollie writes the mode in front of it. Null while too little is typed to tell. */
export function modeOfKey(secret: string): 'live' | 'test' | 'organisation' | 'unknown' | null {
  const key = secret.trim()
  if (key.startsWith('live_')) return 'live'
  if (key.startsWith('test_')) return 'test'
  if (key.startsWith('access_')) return 'organisation'
  return ['live_', 'test_', 'access_'].some((start) => start.startsWith(key)) ? null : 'unknown'
}

/** Said under the key while it is typed: whose payments it opens, or why it does not fit this account. */
export function keyNote(say: Say, secret: string, settings: AccountSettings): string | null {
  const mode = modeOfKey(secret)
  if (mode === null) return null
  const isOther = settings.kind === 'mollie' && (mode === 'live' || mode === 'test') && mode !== settings.mode
  return say(isOther ? `payment-notes.key.${mode}.other` : `payment-notes.key.${mode}`)
}
