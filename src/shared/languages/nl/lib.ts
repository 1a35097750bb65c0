/** Sentences that belong to no screen: failures without words of their own, saving, dates and sizes. */
export const sentences = {
  'lib.failure.unnamed': 'Melding {id}',
  'lib.autosave.pending': 'Nog niet opgeslagen',
  'lib.autosave.saving': 'Concept opslaan…',
  'lib.autosave.saved': 'Concept opgeslagen {time}',
  'lib.autosave.failed': 'Concept niet opgeslagen. Je tekst blijft hier staan; Balie probeert het opnieuw.',
  'lib.autosave.failedBecause': 'Concept nog niet opgeslagen. {reason}',
  'lib.autosave.refused': 'Concept niet opgeslagen. Je tekst blijft hier staan; bij het veld staat waarom.',
} as const
