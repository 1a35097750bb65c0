/** Sentences of what goes by itself, and of a customer who asks for their data or wants it gone. */
export const sentences = {
  'item.erased': 'The text of this item was erased.',
  'item.erased.title': 'Text erased',
  'item.erased.on': 'Text erased on {at}',
  'item.erased.text':
    'It had been kept for long enough, or a customer asked for it. Balie still knows that there was this item, and warns when you file it again.',
  'item.erased.stateAt': '{state} on',
  'item.attachment.erased': 'The file was erased on {at}: it had been kept for long enough.',
  'handOver.name': 'Data from Balie',
  'handOver.title': 'A customer’s data from Balie',
  'handOver.searched': 'Searched for',
  'handOver.items': 'Sent and other items',
  'handOver.drafts': 'Drafts',
  'handOver.rows': 'Rows of tables',
  'handOver.files': 'Files',
  'handOver.log': 'Lines of the log',
  'handOver.copies': 'Also in these backups',
  'privacy.erase.moved': 'Something has changed since. Search again and choose again.',
} as const
