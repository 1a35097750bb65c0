/** Sentences of what goes by itself, and of a customer who asks for their data or wants it gone. */
export const sentences = {
  'item.erased': 'The text of this item was erased.',
  'item.erased.title': 'Text erased',
  'item.erased.on': 'Text erased on {at}',
  'item.erased.text':
    'It had been kept for long enough, or a customer asked for it. Balie still knows that there was this item, and warns when you file it again.',
  'item.erased.stateAt': '{state} on',
  'item.attachment.erased': 'The file was erased on {at}: it had been kept for long enough.',
} as const
