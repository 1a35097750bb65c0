/** Sentences that belong to no screen: failures without words of their own, saving, dates and sizes. */
export const sentences = {
  'lib.failure.unnamed': 'Message {id}',
  'lib.autosave.pending': 'Not saved yet',
  'lib.autosave.saving': 'Saving draft…',
  'lib.autosave.saved': 'Draft saved {time}',
  'lib.autosave.failed': 'Draft not saved. Your text stays here; Balie tries again.',
  'lib.autosave.failedBecause': 'Draft not saved yet. {reason}',
  'lib.autosave.refused': 'Draft not saved. Your text stays here; the field says why.',
} as const
