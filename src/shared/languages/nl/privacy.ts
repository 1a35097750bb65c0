/** Sentences of what goes by itself, and of a customer who asks for their data or wants it gone. */
export const sentences = {
  'item.erased': 'De tekst van dit item is gewist.',
  'item.erased.title': 'Tekst gewist',
  'item.erased.on': 'Tekst gewist op {at}',
  'item.erased.text':
    'De bewaartermijn was om, of een klant vroeg erom. Balie weet nog dat dit item er was, en waarschuwt als je het opnieuw wilt indienen.',
  'item.erased.stateAt': '{state} op',
  'item.attachment.erased': 'Het bestand is gewist op {at}: de bewaartermijn was om.',
} as const
