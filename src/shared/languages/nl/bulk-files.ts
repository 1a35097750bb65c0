/** What stands in the files that Balie makes of a table: their names, and the names of their columns. */
export const sentences = {
  'bulkFile.column.row': 'Balie rij',
  'bulkFile.column.status': 'Balie status',
  'bulkFile.column.changed': 'Balie gewijzigd',
  'bulkFile.original': '{field} in het bestand: “{value}”.',
  'bulkFile.column.messages': 'Balie melding',
  'bulkFile.heading.action': 'Actie',
  'bulkFile.heading.text': 'Tekst',
  'bulkFile.heading.message': 'Bericht',
  'bulkFile.name.pasted': 'Geplakt',
  'bulkFile.name.result': 'resultaat',
  'bulkFile.name.faulty': 'fouten',
} as const
