import type { Language } from '#shared/languages/index.ts'

/** Where the tour takes pictures, in the order in which it comes there. The README's and the manual's are some of these. */
export const stops = [
  'welcome',
  'dispute-form',
  'dispute-review',
  'dispute-hold',
  'dispute-sent',
  'dispute-answer',
  'note-create',
  'note-created',
  'note-update',
  'note-delete',
  'payment-note',
  'payment-note-review',
  'payment-note-sent',
  'bulk-file',
  'bulk-columns',
  'bulk-check',
  'bulk-confirm',
  'bulk-result',
  'outbox-unknown',
  'history',
  'overview',
  'settings-account',
  'settings-preferences',
  'settings-safety',
] as const

export type Stop = (typeof stops)[number]

/** What each screen of the manual says: headings, buttons and labels that are sentences of ours. A test holds the manual to them. */
export type ScreenWords = Partial<Record<Stop, Record<Language, string[]>>>
