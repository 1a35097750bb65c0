/** Step 2: where each field comes from, and what the fields are called. */
export const sentences = {
  'bulkScreen.columns.text':
    'Kies voor elk veld waar het vandaan komt. Onderaan zie je je eigen rijen zoals ze verzonden worden.',
  'bulkScreen.columns.fromMemory': 'Ingevuld zoals bij je vorige bestand met dezelfde kolommen. Kijk het na.',
  'bulkScreen.columns.checkedNote':
    'Deze tabel is al gecontroleerd. Verander je hier iets, dan controleert Balie alle rijen opnieuw.',
  'bulkScreen.columns.remembered': 'Balie onthoudt je keuze voor bestanden met dezelfde kolommen.',
  'bulkScreen.columns.preview': 'Voorbeeld: de eerste rijen',
  'bulkScreen.columns.next': 'Controleer {count, plural, one {# rij} other {# rijen}}',
  'bulkScreen.columns.checking': 'Controleren…',
  'bulkScreen.source.column': 'Kolom “{name}”',
  'bulkScreen.source.fixed': 'Voor elke rij hetzelfde',
  'bulkScreen.source.template': 'Tekst met kolommen erin',
  'bulkScreen.source.none': 'Leeg',
  'bulkScreen.source.samples': 'Bijvoorbeeld {samples}',
  'bulkScreen.fixed': '{field} van elke rij',
  'bulkScreen.template.help':
    'Een naam tussen accolades wordt de waarde van die kolom. Mag die leeg zijn, zet er dan een vraagteken achter: {open}naam?{close}.',
  'bulkScreen.template.insert': 'Kolom invoegen',
  'bulkScreen.template.insert.one': 'Kolom {name} invoegen',
  'bulkScreen.field.row': 'Rij',
  'bulkScreen.field.included': 'Mee',
  'bulkScreen.field.messages': 'Melding',
  'bulkScreen.field.state': 'Status',
  'bulkScreen.field.number': 'Nummer',
  'bulkScreen.field.action': 'Actie',
  'bulkScreen.field.text': 'Tekst',
  'bulkScreen.field.test': 'Test',
  'bulkScreen.action.create': 'Maken',
  'bulkScreen.action.update': 'Bijwerken',
  'bulkScreen.action.delete': 'Verwijderen',
} as const
