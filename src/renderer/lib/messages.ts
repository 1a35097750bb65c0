/** Sentences that belong to no screen: failures without words of their own, saving, dates and sizes. */
export const libMessages = {
  nl: {
    'lib.failure.unnamed': 'Melding {id}',
    'lib.autosave.pending': 'Nog niet opgeslagen',
    'lib.autosave.saving': 'Concept opslaan…',
    'lib.autosave.saved': 'Concept opgeslagen {time}',
    'lib.autosave.failed': 'Concept niet opgeslagen. Je tekst blijft hier staan; Balie probeert het opnieuw.',
    'lib.autosave.failedBecause': 'Concept nog niet opgeslagen. {reason}',
    'lib.autosave.refused': 'Concept niet opgeslagen. Je tekst blijft hier staan; bij het veld staat waarom.',
  },
  en: {
    'lib.failure.unnamed': 'Message {id}',
    'lib.autosave.pending': 'Not saved yet',
    'lib.autosave.saving': 'Saving draft…',
    'lib.autosave.saved': 'Draft saved {time}',
    'lib.autosave.failed': 'Draft not saved. Your text stays here; Balie tries again.',
    'lib.autosave.failedBecause': 'Draft not saved yet. {reason}',
    'lib.autosave.refused': 'Draft not saved. Your text stays here; the field says why.',
  },
} as const
