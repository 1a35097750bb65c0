/** Sentences of what goes by itself, and of a customer who asks for their data or wants it gone. */
export const sentences = {
  'item.erased': 'De tekst van dit item is gewist.',
  'item.erased.title': 'Tekst gewist',
  'item.erased.on': 'Tekst gewist op {at}',
  'item.erased.text':
    'De bewaartermijn was om, of een klant vroeg erom. Balie weet nog dat dit item er was, en waarschuwt als je het opnieuw wilt indienen.',
  'item.erased.stateAt': '{state} op',
  'item.attachment.erased': 'Het bestand is gewist op {at}: de bewaartermijn was om.',
  'handOver.name': 'Gegevens uit Balie',
  'handOver.title': 'Gegevens van een klant uit Balie',
  'handOver.searched': 'Gezocht op',
  'handOver.items': 'Verzonden en andere items',
  'handOver.drafts': 'Concepten',
  'handOver.rows': 'Rijen van tabellen',
  'handOver.files': 'Bestanden',
  'handOver.log': 'Regels uit het logbestand',
  'handOver.copies': 'Ook in deze reservekopieën',
  'privacy.erase.moved': 'Er is intussen iets veranderd. Zoek opnieuw en kies opnieuw.',
} as const
