/** The columns that Balie adds to a clerk's table; by these names it knows its own files again, in either language. */
export const bulkColumnNames = {
  nl: {
    row: 'Balie rij',
    status: 'Balie status',
    noteNumber: 'Balie notitienummer',
    disputeNumber: 'Balie geschilnummer',
    messages: 'Balie melding',
  },
  en: {
    row: 'Balie row',
    status: 'Balie outcome',
    noteNumber: 'Balie note number',
    disputeNumber: 'Balie dispute number',
    messages: 'Balie message',
  },
} as const

/** What is said of the columns and rows of a table. */
export const bulkMessages = {
  nl: {
    'bulk.plan.columnGone': 'Deze kolom staat niet in het bestand. Kies een andere kolom.',
    'bulk.plan.unknownColumn': 'Er is geen kolom “{column}”. Typ de naam zoals die boven de kolom staat.',
    'bulk.plan.unclosedBrace':
      "Er mist een accolade ('}') achter een kolomnaam. Wil je een accolade in de tekst, typ er dan twee ('{{').",

    'bulk.row.extraCells':
      'Deze rij heeft meer cellen dan de {columns, number} kolommen. Zet een tekst met het scheidingsteken erin tussen aanhalingstekens (").',
    'bulk.row.emptyPlaceholder':
      'De kolom “{column}” is in deze rij leeg. Vul de cel in, of zet in de tekst een vraagteken achter de naam als dat mag.',
    'bulk.row.digitsLost':
      'Het getal in kolom “{column}” is langer dan 15 cijfers; Excel heeft de laatste vervangen door nullen. Typ hier het hele getal.',
    'bulk.row.shortened':
      'Excel heeft het getal in kolom “{column}” ingekort tot {value}. Typ hier het hele getal, of zet de kolom in Excel op Tekst en sla het bestand opnieuw op.',
    'bulk.row.errorValue': 'Kolom “{column}” toont een fout van Excel in plaats van een waarde. Typ hier de juiste waarde.',
    'bulk.row.noResult': 'De formule in kolom “{column}” heeft geen uitkomst. Typ hier de juiste waarde.',
    'bulk.row.unshown': 'Van het getal in kolom “{column}” is niet te zeggen hoe Excel het toont. Typ hier wat er moet staan.',
    'bulk.row.openQuote':
      'In kolom “{column}” staat een aanhalingsteken (") dat niet sluit. Typ hier hoe de tekst moet zijn, en kijk of de rij verder klopt.',
    'bulk.row.stray': 'In kolom “{column}” staan tekens die niet gelezen kunnen worden. Typ hier hoe het moet zijn.',
    'bulk.row.garbled': 'In kolom “{column}” lijken letters verminkt: {value}. Kijk of dit zo verzonden mag worden.',
    'bulk.row.nothing':
      'In kolom “{column}” staat “{value}”: zo schrijven programma’s dat er niets is. Typ hier de juiste waarde.',
    'bulk.row.severalNumbers':
      'In kolom “{column}” staat meer dan één nummer of regel: {value}. Typ hier het ene nummer dat bij deze rij hoort.',
    'bulk.row.amountAsName':
      'Kolom “{column}” heeft de opmaak van een bedrag of percentage: {value}. Typ hier het nummer, of haal de opmaak in Excel weg en kies het bestand opnieuw.',
    'bulk.row.dateAsName':
      'Excel maakte van kolom “{column}” een datum: {value}. Typ hier het nummer, of zet de kolom in Excel op Tekst en vul het opnieuw in.',
    'bulk.row.invisible': 'Uit kolom “{column}” zijn onzichtbare tekens gehaald. Verzonden wordt {value}.',
    'bulk.row.apostrophe':
      'De apostrof voor {value} in kolom “{column}” is weggehaald: die zet een programma ervoor, zodat Excel niets verandert.',
    'bulk.row.pointZero': 'Kolom “{column}” heeft een getal met decimalen: {value}. Kijk of dat het nummer is.',
    'bulk.row.action': '“{value}” is geen actie. Vul maken, bijwerken of verwijderen in.',
    'bulk.row.test': '“{value}” zegt niet of dit een test is. Vul ja of nee in.',
    'bulk.row.testForced': 'Outlet {outlet} staat bij DigiWallet in testmodus: dit wordt een testnotitie.',
    'bulk.row.methodMapped': 'Betaalmethode “{from}” wordt {to}.',
    'bulk.row.method': '“{value}” is geen betaalmethode die DigiWallet bij notities kent. Kies een van de acht betaalmethoden.',
    'bulk.row.methodRefused':
      'DigiWallet neemt geen notities aan bij {name} ({code}). Laat deze rij weg, of kies de betaalmethode waarmee echt betaald is.',
    'bulk.row.choiceMapped': '“{from}” wordt {to}.',
    'bulk.row.choiceOutside': '“{value}” staat niet in de lijst van dit account en gaat zo naar Billink.',
    'bulk.row.sameNote': 'Rij {row, number} maakt al een notitie bij deze transactie.',
    'bulk.row.sameRow': 'Dit is dezelfde opdracht als in rij {row, number}.',
    'bulk.row.knownNote': 'Balie heeft bij deze transactie al een notitie. Werk die bij, of maak er toch nog een.',
    'bulk.row.replacesUnseen': 'Balie kent deze notitie niet: dit vervangt wat er bij DigiWallet staat.',
    'bulk.row.deletesUnseen': 'Balie kent deze notitie niet: dit verwijdert wat er bij DigiWallet staat.',
    'bulk.row.sameInvoice': 'Rij {row, number} betwist factuur {invoice} ook.',
    'bulk.row.knownInvoice': 'Balie heeft over factuur {invoice} al een geschil ingediend.',

    'bulk.file.noSource': 'Kies eerst de map of zip waar “{name}” in zit.',
    'bulk.file.missing':
      '“{name}” zit niet in de map of zip. Controleer de naam, of voeg het bestand toe en kies de map opnieuw.',
    'bulk.file.ambiguous': 'Er zijn meer bestanden die “{name}” heten. Vul de map erbij in, zoals map/naam.pdf.',
    'bulk.file.escapes':
      '“{name}” wijst naar een plek buiten de map of zip. Vul alleen de bestandsnaam in en zet het bestand in de map.',
    'bulk.file.several': 'Er mag één bestand bij een geschil. Voeg “{name}” samen tot één pdf.',
    'bulk.file.large': 'Dit bestand is groter dan 3 MB; Billink weigert het misschien.',

    'bulk.write.cellTooLong':
      'In rij {row, number} staat een tekst van meer dan {limit, number} tekens; meer past er niet in een Excel-cel. Kies CSV.',
    'bulk.write.tooManyRows': 'Dit zijn meer dan {limit, number} rijen. Kies CSV.',
    'bulk.write.tooLarge': 'Dit is te groot voor een Excel-bestand. Kies CSV.',

    'bulk.status.good': 'Goed',
    'bulk.status.faulty': 'Fout',
    'bulk.status.duplicate': 'Dubbel',
    'bulk.status.skipped': 'Overgeslagen',
    'bulk.status.queued': 'In wachtrij',
    'bulk.status.sending': 'Bezig',
    'bulk.status.sent': 'Verzonden',
    'bulk.status.rejected': 'Geweigerd',
    'bulk.status.held': 'Wacht op sleutel',
    'bulk.status.unknown': 'Uitkomst onbekend',
    'bulk.status.withdrawn': 'Teruggenomen',
    'bulk.status.closed': 'Gesloten',
  },
  en: {
    'bulk.plan.columnGone': 'This column is not in the file. Choose another column.',
    'bulk.plan.unknownColumn': 'There is no column “{column}”. Type the name as it stands above the column.',
    'bulk.plan.unclosedBrace':
      "A brace ('}') is missing behind a column's name. If you want a brace in the text, type two ('{{').",

    'bulk.row.extraCells':
      'This row has more cells than the {columns, number} columns. Put a text with the delimiter in it between quotation marks (").',
    'bulk.row.emptyPlaceholder':
      'The column “{column}” is empty in this row. Fill in the cell, or put a question mark behind its name in the text if that is all right.',
    'bulk.row.digitsLost':
      'The number in column “{column}” is longer than 15 digits; Excel replaced the last ones with zeros. Type the whole number here.',
    'bulk.row.shortened':
      'Excel shortened the number in column “{column}” to {value}. Type the whole number here, or set the column to Text in Excel and save the file again.',
    'bulk.row.errorValue': 'Column “{column}” shows an error of Excel instead of a value. Type the right value here.',
    'bulk.row.noResult': 'The formula in column “{column}” has no result. Type the right value here.',
    'bulk.row.unshown': 'It cannot be told how Excel shows the number in column “{column}”. Type here what it should be.',
    'bulk.row.openQuote':
      'Column “{column}” has a quotation mark (") that is never closed. Type here what the text should be, and see whether the rest of the row is right.',
    'bulk.row.stray': 'Column “{column}” has characters that cannot be read. Type here what it should be.',
    'bulk.row.garbled': 'Letters in column “{column}” seem garbled: {value}. See whether this may be sent as it is.',
    'bulk.row.nothing':
      'Column “{column}” says “{value}”: that is how programs write that there is nothing. Type the right value here.',
    'bulk.row.severalNumbers':
      'Column “{column}” has more than one number or line: {value}. Type the one number that belongs to this row.',
    'bulk.row.amountAsName':
      'Column “{column}” is formatted as an amount or a percentage: {value}. Type the number here, or remove the format in Excel and choose the file again.',
    'bulk.row.dateAsName':
      'Excel made a date of column “{column}”: {value}. Type the number here, or set the column to Text in Excel and fill it in again.',
    'bulk.row.invisible': 'Invisible characters were taken out of column “{column}”. What is sent is {value}.',
    'bulk.row.apostrophe':
      'The apostrophe before {value} in column “{column}” was taken off: programs put it there so that Excel changes nothing.',
    'bulk.row.pointZero': 'Column “{column}” has a number with decimals: {value}. See whether that is the number.',
    'bulk.row.action': '“{value}” is not an action. Fill in create, update or delete.',
    'bulk.row.test': '“{value}” does not say whether this is a test. Fill in yes or no.',
    'bulk.row.testForced': 'Outlet {outlet} is in test mode at DigiWallet: this becomes a test note.',
    'bulk.row.methodMapped': 'Payment method “{from}” becomes {to}.',
    'bulk.row.method': '“{value}” is no payment method that DigiWallet knows for notes. Choose one of the eight payment methods.',
    'bulk.row.methodRefused':
      'DigiWallet takes no notes for {name} ({code}). Leave this row out, or choose the payment method that was really used.',
    'bulk.row.choiceMapped': '“{from}” becomes {to}.',
    'bulk.row.choiceOutside': "“{value}” is not in this account's list and goes to Billink as it is.",
    'bulk.row.sameNote': 'Row {row, number} already creates a note on this transaction.',
    'bulk.row.sameRow': 'This is the same instruction as in row {row, number}.',
    'bulk.row.knownNote': 'Balie already has a note on this transaction. Update that one, or create another all the same.',
    'bulk.row.replacesUnseen': 'Balie does not know this note: this replaces what is there at DigiWallet.',
    'bulk.row.deletesUnseen': 'Balie does not know this note: this deletes what is there at DigiWallet.',
    'bulk.row.sameInvoice': 'Row {row, number} disputes invoice {invoice} too.',
    'bulk.row.knownInvoice': 'Balie has already filed a dispute about invoice {invoice}.',

    'bulk.file.noSource': 'First choose the folder or zip that holds “{name}”.',
    'bulk.file.missing': '“{name}” is not in the folder or zip. Check the name, or add the file and choose the folder again.',
    'bulk.file.ambiguous': 'There are more files named “{name}”. Add the folder to it, like folder/name.pdf.',
    'bulk.file.escapes':
      '“{name}” points to a place outside the folder or zip. Fill in the file name only and put the file in the folder.',
    'bulk.file.several': 'A dispute takes one file. Combine “{name}” into one pdf.',
    'bulk.file.large': 'This file is larger than 3 MB; Billink may reject it.',

    'bulk.write.cellTooLong':
      'Row {row, number} holds a text of more than {limit, number} characters; no more fits in a cell of Excel. Choose CSV.',
    'bulk.write.tooManyRows': 'These are more than {limit, number} rows. Choose CSV.',
    'bulk.write.tooLarge': 'This is too large for an Excel file. Choose CSV.',

    'bulk.status.good': 'Good',
    'bulk.status.faulty': 'Faulty',
    'bulk.status.duplicate': 'Duplicate',
    'bulk.status.skipped': 'Left out',
    'bulk.status.queued': 'Queued',
    'bulk.status.sending': 'Sending',
    'bulk.status.sent': 'Sent',
    'bulk.status.rejected': 'Rejected',
    'bulk.status.held': 'Waiting for key',
    'bulk.status.unknown': 'Outcome unknown',
    'bulk.status.withdrawn': 'Withdrawn',
    'bulk.status.closed': 'Closed',
  },
} as const
