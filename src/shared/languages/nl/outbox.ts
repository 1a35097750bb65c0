/** Why an item in the outbox stands as it does, where no answer of a vendor says so, and what a review warns of. */
export const sentences = {
  'outbox.interrupted': 'Balie stopte terwijl dit item onderweg was. Het kan zijn aangekomen.',
  'outbox.interruptedUnsent': 'Balie stopte voordat dit item verzonden was. Er is niets veranderd; het wordt alsnog verzonden.',
  'outbox.asksAfterDay': 'Dit item wacht langer dan een dag. Zeg of het nog verzonden mag worden.',
  'outbox.triedEarlier': 'Balie verzendt dit niet opnieuw. Een eerdere poging kan zijn aangekomen: zoek dat op.',
  'outbox.repeating': 'Balie verzendt dit nog eens en dat geeft hetzelfde resultaat; het kan geen kwaad.',
  'outbox.repeatsOver': 'Tien minuten lang bleef de uitkomst onbekend. Zeg zelf of dit item nog eens verzonden mag worden.',
  'outbox.superseded': 'Een nieuwer item voor dezelfde notitie neemt de plaats hiervan in. Dit item wordt niet meer verzonden.',
  'outbox.withdrawn': 'Teruggenomen voordat het werd verzonden.',
  'outbox.arrivedByPerson': 'Jij zei dat het is aangekomen.',
  'outbox.sentAgainByPerson': 'Jij koos voor opnieuw verzenden.',
  'outbox.closedByPerson': 'Jij sloot dit item zonder dat de uitkomst bekend werd.',
  'outbox.deletedEarlier': 'De notitie is weg: de eerdere poging had die al verwijderd.',
  'outbox.lookedUp.arrived': 'Balie keek het na: dit is aangekomen.',
  'outbox.lookedUp.notArrived': 'Balie keek het na: dit is niet aangekomen. Het kan nog eens verzonden worden.',
  'outbox.lookedUp.asks':
    'Balie keek het na: er staat nu iets anders dan vóór deze poging, en ook niet wat je verzond. Vergelijk de teksten en kies.',
  'outbox.lookedUp.again': 'Balie kijkt nog eens na of dit is aangekomen.',
  'outbox.accountPaused': 'Wacht: de sleutel van dit account werd geweigerd. Vul de juiste sleutel in bij Instellingen.',
  'outbox.waitsForEarlier': 'Wacht op een eerder item voor dezelfde notitie.',
  'outbox.waitsForRun': 'Wacht op zijn beurt in de bulkverzending.',
  'outbox.hostNotAllowed':
    'Je organisatie staat het verzenden naar deze server niet toe. Vraag het je beheerder, of neem dit item terug.',
  'outbox.productionNotAllowed':
    'Je organisatie laat je met dit account niet echt verzenden. Vraag het je beheerder, of neem dit item terug.',
  'outbox.accountMoved':
    'Het adres van dit account is veranderd sinds je dit item indiende. Neem het terug en dien het opnieuw in.',
  'outbox.fileLost': 'Het bestand bij dit item is niet meer te lezen. Bewerk het item en voeg het bestand opnieuw toe.',
  'outbox.keyMissing': 'Er is geen sleutel voor dit account. Vul de sleutel in bij Instellingen › Accounts.',
  'outbox.keyLocked': 'De sleutelbos van je computer is vergrendeld. Ontgrendel de sleutelbos en geef dit item daarna vrij.',
  'outbox.keyDenied': 'Je computer gaf Balie geen toegang tot de sleutelbos. Geef toegang en geef dit item daarna vrij.',
  'outbox.keyBroken':
    'Balie kan de sleutelbos niet bereiken, omdat een onderdeel van Balie niet laadt. Installeer Balie opnieuw en geef dit item daarna vrij.',
  'outbox.noKeychain': 'Deze computer heeft geen sleutelbos. Vul de sleutel voor deze sessie in bij Instellingen › Accounts.',
  'outbox.practiceStopped': 'De oefenomgeving draait niet. Start Balie opnieuw.',
  'review.invoiceDisputedBefore':
    'Voor factuur {invoice} diende Balie op deze computer al eerder een geschil in. Wat op een andere computer is verzonden, weet Balie niet.',
  'review.noteExists':
    'Balie maakte op deze computer al een notitie voor deze transactie. Kies Bijwerken om die te vervangen, of ga door voor een tweede.',
  'review.newestUnknown': 'De uitkomst van een eerder item voor deze notitie is onbekend. Dit item neemt de plaats daarvan in.',
  'review.noteDeleted': 'Balie op deze computer verwijderde deze notitie. Controleer of er weer een is.',
  'review.replacesUnseen': 'Dit vervangt wat er nu staat. Balie kan de huidige tekst niet tonen.',
  'review.deletesUnseen': 'Dit verwijdert wat er nu staat. Balie kan de huidige tekst niet tonen.',
} as const
