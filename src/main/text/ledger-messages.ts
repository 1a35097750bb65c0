import { ledgerDoubtMessages } from '#shared/messages/ledger-doubt.ts'

/** What main says of the ledger: before there is a window, or over it. */
export const ledgerMessages = {
  nl: {
    ...ledgerDoubtMessages.nl,
    'ledger.damagedTitle': 'Het logboek van Balie is beschadigd',
    'ledger.damaged':
      'Balie verzendt niets, zodat er niets dubbel gaat. Zet een kopie terug van dit bestand, of vraag je beheerder om hulp:\n\n{file}',
    'ledger.missingTitle': 'Het logboek van Balie ontbreekt',
    'ledger.missing':
      'Balie werd hier al gebruikt, en het logboek is er niet meer of is leeg. Balie verzendt niets, zodat er niets dubbel gaat. Zet een kopie terug van dit bestand, of vraag je beheerder om hulp:\n\n{file}',
    'ledger.startEmptyDetail':
      'Begin alleen leeg als er geen kopie is. Wat er nu ligt, bewaart Balie in een map ernaast. Wat nog moest worden verzonden, voer je dan opnieuw in.',
    'ledger.startEmpty': 'Leeg beginnen',
    'ledger.quit': 'Afsluiten',
    'ledger.tooNewTitle': 'Installeer de nieuwste Balie',
    'ledger.tooNew': 'Een nieuwere versie van Balie heeft deze gegevens gemaakt. Deze versie verandert er niets aan:\n\n{file}',
    'ledger.inUseTitle': 'Balie is al open',
    'ledger.inUse': 'Een andere Balie op deze computer heeft dit logboek open. Ga daarmee verder, of sluit die eerst:\n\n{file}',
    'ledger.elsewhereTitle': 'Het logboek is open op {host}',
    'ledger.elsewhere':
      'Balie op {host} gaf voor het laatst een teken op {at, date, long} om {at, time, short}. Sluit Balie daar. Neem het logboek alleen over als Balie daar niet meer draait: anders gaat alles dubbel.',
    'ledger.takeOver': 'Overnemen',
    'ledger.networkTitle': 'Het logboek ligt op een netwerkmap',
    'ledger.network':
      'Op een netwerkmap is niet zeker dat Balie onthoudt wat is verzonden. Zet deze map op een schijf van je computer:\n\n{file}',
    'ledger.takenOverTitle': 'Een andere Balie heeft het logboek overgenomen',
    'ledger.takenOver': 'Deze Balie verzendt niets meer en sluit. Ga verder op de andere computer.',
    'ledger.doubtTitle': 'Alles wat nog wacht, vraagt het je eerst',
    'ledger.doubtDetail':
      'Kijk in Postvak UIT en bij Bulk. Geef vrij wat nog moet worden verzonden, één voor één of alles tegelijk.',
  },
  en: {
    ...ledgerDoubtMessages.en,
    'ledger.damagedTitle': "Balie's ledger is damaged",
    'ledger.damaged':
      'Balie sends nothing, so that nothing goes twice. Restore a copy of this file, or ask your administrator:\n\n{file}',
    'ledger.missingTitle': "Balie's ledger is gone",
    'ledger.missing':
      'Balie was used here before, and its ledger is not there any more or is empty. Balie sends nothing, so that nothing goes twice. Restore a copy of this file, or ask your administrator:\n\n{file}',
    'ledger.startEmptyDetail':
      'Start empty only if there is no copy. Balie keeps what is there now in a folder beside it. What still had to be sent you then enter again.',
    'ledger.startEmpty': 'Start empty',
    'ledger.quit': 'Quit',
    'ledger.tooNewTitle': 'Install the newest Balie',
    'ledger.tooNew': 'A newer version of Balie made this data. This version changes nothing of it:\n\n{file}',
    'ledger.inUseTitle': 'Balie is open already',
    'ledger.inUse': 'Another Balie on this computer has this ledger open. Go on there, or close that one first:\n\n{file}',
    'ledger.elsewhereTitle': 'The ledger is open on {host}',
    'ledger.elsewhere':
      'Balie on {host} was last heard of on {at, date, long} at {at, time, short}. Close Balie there. Take the ledger over only if Balie runs there no more: otherwise everything goes twice.',
    'ledger.takeOver': 'Take over',
    'ledger.networkTitle': 'The ledger lies on a network folder',
    'ledger.network':
      'On a network folder it is not certain that Balie remembers what was sent. Move this folder to a disk of your computer:\n\n{file}',
    'ledger.takenOverTitle': 'Another Balie took the ledger over',
    'ledger.takenOver': 'This Balie sends nothing any more and closes. Go on at the other computer.',
    'ledger.doubtTitle': 'All that waits asks you first',
    'ledger.doubtDetail': 'Look in Outbox and at Bulk. Release what still has to be sent, one by one or all together.',
  },
} as const
