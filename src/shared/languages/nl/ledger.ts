/** What main says of the ledger: before there is a window, or over it. */
export const sentences = {
  'ledger.damagedTitle': 'Het logboek van Balie is beschadigd',
  'ledger.damaged':
    'Balie verzendt niets, zodat er niets dubbel gaat. Zet een kopie terug van dit bestand, of vraag je beheerder om hulp:\n\n{file}',
  'ledger.sealedTitle': 'Balie kan het versleutelde logboek niet openen',
  'ledger.sealed.locked':
    'De sleutelbos van je computer is vergrendeld. Ontgrendel de sleutelbos en open Balie opnieuw. Er is niets veranderd en niets verzonden:\n\n{file}',
  'ledger.sealed.denied':
    'De sleutelbos van je computer geeft Balie geen toegang. Geef Balie toegang, of vraag je beheerder om hulp. Er is niets veranderd en niets verzonden:\n\n{file}',
  'ledger.sealed.no-keychain':
    'Deze computer heeft nu geen sleutelbos, en daar staat de sleutel van het logboek in. Meld je aan met je eigen scherm, of vraag je beheerder om hulp. Er is niets veranderd en niets verzonden:\n\n{file}',
  'ledger.sealed.broken':
    'Een onderdeel van Balie laadt niet, en daarmee is de sleutel van het logboek onbereikbaar. Installeer Balie opnieuw. Er is niets veranderd en niets verzonden:\n\n{file}',
  'ledger.sealed.missing':
    'De sleutel van het logboek staat niet in de sleutelbos van deze computer. Open Balie op de computer en onder de naam waarmee je het altijd gebruikt. Er is niets veranderd en niets verzonden:\n\n{file}',
  'ledger.sealed.other':
    'Dit is het logboek van een andere computer of een andere gebruiker, of het begin ervan is beschadigd: de sleutel van deze computer past niet. Zet je eigen logboek terug. Er is niets veranderd en niets verzonden:\n\n{file}',
  'ledger.missingTitle': 'Het logboek van Balie ontbreekt',
  'ledger.missing':
    'Balie werd hier al gebruikt, en het logboek is er niet meer of is leeg. Balie verzendt niets, zodat er niets dubbel gaat. Zet een kopie terug van dit bestand, of vraag je beheerder om hulp:\n\n{file}',
  'ledger.startEmptyDetail':
    'Begin alleen leeg als er geen kopie is. Wat er nu ligt, bewaart Balie in een map ernaast. Wat nog moest worden verzonden, voer je dan opnieuw in.',
  'ledger.startEmpty': 'Leeg beginnen',
  'ledger.quit': 'Afsluiten',
  'ledger.tooNewTitle': 'Installeer de nieuwste Balie',
  'ledger.tooNew':
    'Een nieuwere versie van Balie heeft deze gegevens gemaakt. Deze versie verandert er niets aan. Installeer de nieuwste Balie.\n\nWil je toch terug? Bewaar eerst de hele map. Zet dan de kopie van voor het bijwerken (ledger.sqlite.before-…) terug als ledger.sqlite. Wat je daarna verzond, staat niet in die kopie: Balie vraagt ernaar.\n\n{file}',
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
} as const
