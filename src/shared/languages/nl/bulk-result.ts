/** Step 5: what came of it, and what can still be done. */
export const sentences = {
  'bulkScreen.result.export': 'Resultaat opslaan',
  'bulkScreen.result.undo': 'Ongedaan maken…',
  'bulkScreen.result.undoneBy': 'Naar het ongedaan maken',
  'bulkScreen.result.decide': 'Beslissen over {count} onbekende…',
  'bulkScreen.retry': 'Opnieuw proberen',
  'bulkScreen.retry.rejected': 'Geweigerde rijen opnieuw',
  'bulkScreen.retry.not-sent': 'Niet verzonden rijen alsnog',
  'bulkScreen.retry.left-out': 'Rijen die niet meegingen alsnog',
  'bulkScreen.retry.all': 'Al deze rijen',
  'bulkScreen.decide.oneByOne': 'Weet je het per rij? Open de rij dan in Geschiedenis en beslis daar.',
} as const
