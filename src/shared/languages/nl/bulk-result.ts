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
  'bulkScreen.decide.title': '{count, plural, one {# rij} other {# rijen}} met onbekende uitkomst',
  'bulkScreen.decide.text':
    'Balie heeft deze rijen verzonden maar kreeg geen duidelijk antwoord van {vendor}. Kijk bij {vendor} of ze er staan voordat je kiest.',
  'bulkScreen.decide.question': 'Staan ze bij {vendor}?',
  'bulkScreen.decide.arrived': 'Ja, ze zijn aangekomen',
  'bulkScreen.decide.arrived.text': 'Ze krijgen de status Verzonden, zonder nummer van {vendor}.',
  'bulkScreen.decide.arrived.title': '{count, plural, one {# rij} other {# rijen}} als aangekomen markeren?',
  'bulkScreen.decide.arrived.sure':
    '{count, plural, one {# rij geldt} other {# rijen gelden}} dan als verzonden, omdat jij het zegt; {vendor} heeft het niet bevestigd.',
  'bulkScreen.decide.send-again': 'Nee, verzend ze opnieuw',
  'bulkScreen.decide.send-again.text': 'Stond er toch een, dan staat die daarna dubbel bij {vendor}.',
  'bulkScreen.decide.send-again.title': '{count, plural, one {# rij} other {# rijen}} opnieuw verzenden?',
  'bulkScreen.decide.send-again.sure':
    '{count, plural, one {# rij gaat} other {# rijen gaan}} nog een keer naar {vendor}. Wat er al stond, staat er dan dubbel.',
  'bulkScreen.decide.next': 'Verder',
  'bulkScreen.decide.oneByOne': 'Weet je het per rij? Open de rij dan in Geschiedenis en beslis daar.',
} as const
