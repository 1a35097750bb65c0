/** Why a bulk run waits, pauses or could not be started, and what to do. */
export const sentences = {
  'bulk.paused.byPerson': 'Je hebt gepauzeerd.',
  'bulk.paused.restarted': 'Balie is opnieuw gestart. Kijk de aantallen na en ga door als de rest mag worden verzonden.',
  'bulk.paused.firstRefused':
    'Rij {row, number} werd als eerste verzonden en is geweigerd. De rest is niet verzonden. Lees waarom, en stop of ga door.',
  'bulk.paused.firstUnknown':
    'Rij {row, number} werd als eerste verzonden en de uitkomst is onbekend. De rest is niet verzonden. Zoek uit of de rij is aangekomen voordat je doorgaat.',
  'bulk.paused.faults': 'De server gaf {count, number} keer achter elkaar geen bruikbaar antwoord. Wacht even, en ga dan door.',
  'bulk.paused.accountHeld':
    'De sleutel van dit account werd geweigerd. Vul de juiste sleutel in bij Instellingen › Accounts en ga door.',
  'bulk.waits.ledger': 'Balie kan niet schrijven op de schijf en probeert het opnieuw. Maak ruimte vrij als de schijf vol is.',
  'bulk.waits.earlier':
    'De overige rijen wachten op een eerder item voor dezelfde notitie. Beslis over items met een onbekende uitkomst.',
  'bulk.waits.repeats': 'Balie verzendt rijen met een onbekende uitkomst straks nog eens; dat kan geen kwaad.',
  'bulk.notSent': 'Niet verzonden: de verzending is gestopt.',
  'bulk.stoppedInDoubt':
    'De verzending is gestopt voordat deze rij nog eens werd verzonden. Of een eerdere poging is aangekomen, is onbekend.',
  'bulk.start.brokenOff':
    'Balie werd afgesloten voordat de verzending begon. Er is niets verzonden. Controleer en begin opnieuw.',
  'bulk.start.takenBack': 'Gestopt voordat er iets werd verzonden. Er is niets verzonden.',
  'bulk.moved': 'Dit kan niet meer: de verzending is intussen verder. Bekijk hoe het er nu voor staat.',
  'bulk.change.sent': 'Dit kan niet meer ongedaan worden gemaakt: een van deze rijen is al verzonden, of kan zijn aangekomen.',
  'bulk.accountGone': 'Dit account is verwijderd. Kies een ander account en open het bestand opnieuw.',
  'bulk.accountMoved':
    'Het adres van dit account is gewijzigd sinds dit bestand werd geopend. Zet het oude adres terug, of open het bestand opnieuw voor het nieuwe.',
  'bulk.unknownLeft': 'Beslis eerst over de rijen waarvan de uitkomst onbekend is. Verwijder daarna deze verzending.',
  'bulk.start.doubted':
    'Misschien zijn deze rijen al verzonden. Controleer bij de ontvanger of ze zijn aangekomen, en bevestig dat ze er niet zijn.',
  'bulk.rowsSet': 'Je organisatie laat hoogstens {limit, number} rijen tegelijk verzenden. Laat rijen weg, of splits de tabel.',
  'bulk.totalChanged': 'De aantallen zijn intussen anders. Lees ze na en bevestig opnieuw.',
  'bulk.start.noSpace':
    'Er is {needed, number} MB nodig voor de bestanden en er is {free, number} MB vrij. Maak ruimte vrij en begin opnieuw.',
  'bulk.start.fileRefused':
    'Het bestand bij rij {row, number} kan niet worden verzonden. Er is niets verzonden. Lees bij de rij waarom.',
  'bulk.start.filesDoubted':
    '{count, plural, one {# bestand opent misschien niet bij de ontvanger. Er is niets verzonden. Lees bij de rij waarom, en begin opnieuw als het zo goed is.} other {# bestanden openen misschien niet bij de ontvanger. Er is niets verzonden. Lees bij de rijen waarom, en begin opnieuw als het zo goed is.}}',
  'bulk.undo.otherNotes':
    '{count, plural, one {Bij # transactie staat ook een notitie van buiten deze verzending. Welke van de twee wordt verwijderd, is niet te zeggen.} other {Bij # transacties staat ook een notitie van buiten deze verzending. Welke van de twee wordt verwijderd, is niet te zeggen.}}',
  'bulk.save.diskFull': 'Er is geen ruimte voor dit bestand. Maak ruimte vrij of kies een andere schijf.',
  'bulk.save.refused':
    'Hier kan het bestand niet komen: je mag er niet schrijven, of het is open in een ander programma. Sluit het daar of kies een andere map.',
  'bulk.save.gone': 'Deze map is er niet meer. Kies een andere.',
  'bulk.source.missing': 'Dit bestand is er niet meer. Kies het opnieuw.',
  'bulk.source.notAFile': 'Dit is geen bestand. Kies een CSV- of Excel-bestand (.xlsx).',
  'bulk.source.unreadable': 'Dit bestand kan niet gelezen worden. Sluit het in andere programma’s en kies het opnieuw.',
  'bulk.source.changed': 'Dit bestand veranderde tijdens het lezen. Kies het opnieuw.',
  'bulk.copy.locked':
    'De sleutelbos van je computer is vergrendeld, dus de tabel is niet geopend. Ontgrendel de sleutelbos en open de tabel opnieuw.',
  'bulk.copy.denied':
    'Je computer gaf Balie geen toegang tot de sleutelbos, dus de tabel is niet geopend. Geef toegang en open de tabel opnieuw.',
  'bulk.copy.broken':
    'Balie kan de sleutelbos niet bereiken, dus de tabel is niet geopend: hij zou onversleuteld blijven liggen. Installeer Balie opnieuw en open de tabel dan.',
  'bulk.copy.lost':
    'De kopie die Balie van deze tabel heeft, is niet meer te lezen. De rijen staan er nog; open het bestand opnieuw om het anders te lezen.',
} as const
