/** What stands in the files that Balie makes of a table: their names, and the names of their columns. */
export const sentences = {
  'bulkFile.column.row': 'Balie row',
  'bulkFile.column.status': 'Balie outcome',
  'bulkFile.column.changed': 'Balie changed',
  'bulkFile.original': '{field} in the file: “{value}”.',
  'bulkFile.column.messages': 'Balie message',
  'bulkFile.heading.action': 'Action',
  'bulkFile.heading.text': 'Text',
  'bulkFile.heading.message': 'Message',
  'bulkFile.name.pasted': 'Pasted',
  'bulkFile.name.result': 'result',
  'bulkFile.name.faulty': 'errors',
} as const
