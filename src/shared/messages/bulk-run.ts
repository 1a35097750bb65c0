/** Why a bulk run waits, pauses or could not be started, and what to do. */
export const bulkRunMessages = {
  nl: {
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
    'bulk.accountGone': 'Dit account is verwijderd. Kies een ander account en open het bestand opnieuw.',
    'bulk.accountMoved':
      'Het adres van dit account is gewijzigd sinds dit bestand werd geopend. Zet het oude adres terug, of open het bestand opnieuw voor het nieuwe.',
    'bulk.unknownLeft': 'Beslis eerst over de rijen waarvan de uitkomst onbekend is. Verwijder daarna deze verzending.',
    'bulk.totalChanged': 'De aantallen zijn intussen anders. Lees ze na en bevestig opnieuw.',
    'bulk.start.noSpace':
      'Er is {needed, number} MB nodig voor de bestanden en er is {free, number} MB vrij. Maak ruimte vrij en begin opnieuw.',
    'bulk.start.fileRefused':
      'Het bestand bij rij {row, number} kan niet worden verzonden. Er is niets verzonden. Lees bij de rij waarom.',
    'bulk.undo.otherNotes':
      '{count, plural, one {Bij # transactie staat ook een notitie van buiten deze verzending. Welke van de twee DigiWallet verwijdert, is niet te zeggen.} other {Bij # transacties staat ook een notitie van buiten deze verzending. Welke van de twee DigiWallet verwijdert, is niet te zeggen.}}',
    'bulk.save.diskFull': 'Er is geen ruimte voor dit bestand. Maak ruimte vrij of kies een andere schijf.',
    'bulk.save.refused':
      'Hier kan het bestand niet komen: je mag er niet schrijven, of het is open in een ander programma. Sluit het daar of kies een andere map.',
    'bulk.save.gone': 'Deze map is er niet meer. Kies een andere.',
    'bulk.source.missing': 'Dit bestand is er niet meer. Kies het opnieuw.',
    'bulk.source.notAFile': 'Dit is geen bestand. Kies een CSV- of Excel-bestand (.xlsx).',
    'bulk.source.unreadable': 'Dit bestand kan niet gelezen worden. Sluit het in andere programma’s en kies het opnieuw.',
    'bulk.source.changed': 'Dit bestand veranderde tijdens het lezen. Kies het opnieuw.',
  },
  en: {
    'bulk.paused.byPerson': 'You paused it.',
    'bulk.paused.restarted': 'Balie was started again. Look at the numbers and go on if the rest may be sent.',
    'bulk.paused.firstRefused':
      'Row {row, number} was sent first and was rejected. The rest was not sent. Read why, then stop or go on.',
    'bulk.paused.firstUnknown':
      'Row {row, number} was sent first and its outcome is unknown. The rest was not sent. Find out whether it arrived before you go on.',
    'bulk.paused.faults': 'The server gave no usable answer {count, number} times in a row. Wait a while, then go on.',
    'bulk.paused.accountHeld': "This account's key was rejected. Enter the right key in Settings › Accounts and go on.",
    'bulk.waits.ledger': 'Balie cannot write to the disk and tries again. Free some space if the disk is full.',
    'bulk.waits.earlier': 'The other rows wait for an earlier item for the same note. Decide about the items of unknown outcome.',
    'bulk.waits.repeats': 'Balie will send rows of unknown outcome once more; that does no harm.',
    'bulk.notSent': 'Not sent: the run was stopped.',
    'bulk.stoppedInDoubt': 'The run was stopped before this row was sent again. Whether an earlier try arrived is unknown.',
    'bulk.start.brokenOff': 'Balie was closed before sending began. Nothing was sent. Check and start again.',
    'bulk.start.takenBack': 'Stopped before anything was sent. Nothing was sent.',
    'bulk.moved': 'That is no longer possible: the run has moved on. See how it stands now.',
    'bulk.accountGone': 'This account was removed. Choose another account and open the file again.',
    'bulk.accountMoved':
      "This account's address has changed since this file was opened. Put the old address back, or open the file again for the new one.",
    'bulk.unknownLeft': 'First decide about the rows of unknown outcome. Then remove this run.',
    'bulk.totalChanged': 'The numbers have changed. Read them and confirm again.',
    'bulk.start.noSpace': 'The files need {needed, number} MB and {free, number} MB is free. Free some space and start again.',
    'bulk.start.fileRefused': 'The file of row {row, number} cannot be sent. Nothing was sent. Read why at the row.',
    'bulk.undo.otherNotes':
      '{count, plural, one {# transaction also has a note from outside this run. Which of the two DigiWallet deletes cannot be told.} other {# transactions also have a note from outside this run. Which of the two DigiWallet deletes cannot be told.}}',
    'bulk.save.diskFull': 'There is no room for this file. Free some space or choose another disk.',
    'bulk.save.refused':
      'The file cannot go there: you have no permission to write there, or another program has it open. Close it there or choose another folder.',
    'bulk.save.gone': 'This folder is no longer there. Choose another.',
    'bulk.source.missing': 'This file is no longer there. Choose it again.',
    'bulk.source.notAFile': 'This is not a file. Choose a CSV or Excel file (.xlsx).',
    'bulk.source.unreadable': 'This file cannot be read. Close it in other programs and choose it again.',
    'bulk.source.changed': 'This file changed while it was read. Choose it again.',
  },
} as const
