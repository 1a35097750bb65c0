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

/** Reading, planning and checking a table: what is wrong with a file, a plan or a row, and what to do. */
export const bulkMessages = {
  nl: {
    'bulk.read.empty': 'Dit bestand is leeg. Kies een bestand met een kopregel en minstens één rij.',
    'bulk.read.noRows':
      'Dit bestand heeft alleen een kopregel. Vul er rijen onder in, of zet "De eerste rij is een kopregel" uit.',
    'bulk.read.csvTooLarge':
      'Dit bestand is groter dan {limit, number} MB. Splits het in kleinere bestanden en verstuur ze na elkaar.',
    'bulk.read.csvTooManyRows':
      'Dit bestand heeft meer dan {limit, number} rijen. Splits het in kleinere bestanden en verstuur ze na elkaar.',
    'bulk.read.xlsxTooLarge':
      'Dit Excel-bestand is groter dan {limit, number} MB. Sla het in Excel op als "CSV UTF-8" en kies dat bestand.',
    'bulk.read.xlsxTooManyRows':
      'Dit werkblad heeft meer dan {limit, number} rijen. Sla het in Excel op als "CSV UTF-8" en kies dat bestand.',
    'bulk.read.xlsxTooHeavy':
      'Dit Excel-bestand vraagt te veel geheugen. Sla het in Excel op als "CSV UTF-8" en kies dat bestand.',
    'bulk.read.unpacksTooLarge':
      'Dit Excel-bestand is uitgepakt veel te groot voor een tabel, dus Balie opent het niet. Kopieer de rijen in Excel naar een nieuw werkblad en kies dat bestand.',
    'bulk.read.tooManyColumns':
      'Rij {row, number} heeft meer dan {limit, number} kolommen. Verwijder de kolommen die je niet nodig hebt, of kies een ander scheidingsteken.',
    'bulk.read.cellTooLarge':
      'Rij {row, number} is groter dan 1 MB. Controleer of daar een aanhalingsteken (") mist, of maak de tekst korter.',
    'bulk.read.quoteNotClosed':
      'In rij {row, number} begint een tekst met een aanhalingsteken (") dat nergens sluit. Zet er een achter de tekst, of haal het weg.',
    'bulk.read.encoding':
      'Dit bestand bevat tekens die niet bij deze codering horen. Kies een andere codering, of sla het in Excel op als "CSV UTF-8".',
    'bulk.read.notText': 'Dit bestand bevat geen leesbare tekst. Kies een CSV- of Excel-bestand (.xlsx).',
    'bulk.read.notTable': 'Dit bestand is geen tabel. Kies een CSV- of Excel-bestand (.xlsx).',
    'bulk.read.password': 'Dit Excel-bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en kies het opnieuw.',
    'bulk.read.xls':
      'Dit is een Excel-bestand van voor 2007 (.xls). Open het in Excel, sla het op als .xlsx en kies dat bestand.',
    'bulk.read.xlsb': 'Dit is een binair Excel-bestand (.xlsb). Open het in Excel, sla het op als .xlsx en kies dat bestand.',
    'bulk.read.ods': 'Dit is een OpenDocument-bestand. Sla het op als .xlsx of "CSV UTF-8" en kies dat bestand.',
    'bulk.read.html':
      'Dit is een webpagina die zich voordoet als Excel-bestand. Open het in Excel, sla het op als .xlsx en kies dat bestand.',
    'bulk.read.xml': 'Dit is een XML-bestand. Open het in Excel, sla het op als .xlsx en kies dat bestand.',
    'bulk.read.zip': 'Dit is een zip-bestand. Pak het uit en kies het CSV- of Excel-bestand dat erin zit.',
    'bulk.read.damaged':
      'Dit Excel-bestand is beschadigd of onvolledig. Open het in Excel, sla het opnieuw op en kies het nog eens.',
    'bulk.read.unsafe':
      'Dit Excel-bestand bevat opdrachten die niet in een tabel horen, dus Balie opent het niet. Kopieer de rijen in Excel naar een nieuw werkblad en kies dat bestand.',
    'bulk.read.tooSlow': 'Het lezen duurde te lang. Sla het bestand in Excel op als "CSV UTF-8" en kies dat bestand.',
    'bulk.read.noSheets': 'Dit Excel-bestand heeft geen werkblad met rijen. Kies een ander bestand.',
    'bulk.read.sheetGone': 'Het werkblad "{sheet}" is er niet meer. Kies een ander werkblad.',
    'bulk.read.loneSurrogate': 'In wat je plakte staat een half teken. Kopieer de rijen opnieuw, of kies het bestand zelf.',

    'bulk.remark.ownFile':
      'Dit bestand komt van Balie. Wat Balie eraan toevoegde, is er weer af gehaald: de kolommen met Balie ervoor en de apostrofs voor formules.',
    'bulk.remark.hiddenRows':
      '{count, plural, one {# rij is in Excel verborgen en doet wel mee. Haal haar weg uit het bestand als je dat niet wilt.} other {# rijen zijn in Excel verborgen en doen wel mee. Haal ze weg uit het bestand als je dat niet wilt.}}',
    'bulk.remark.digits-lost':
      'Kolom "{column}": {count, plural, one {# getal is} other {# getallen zijn}} langer dan 15 cijfers. Excel heeft de laatste cijfers vervangen door nullen; maak van de kolom tekst en vul de getallen opnieuw in.',
    'bulk.remark.error':
      'Kolom "{column}": {count, plural, one {# cel toont} other {# cellen tonen}} een fout in plaats van een waarde. Herstel de formule in Excel.',
    'bulk.remark.no-result':
      'Kolom "{column}": van {count, plural, one {# formule} other {# formules}} staat de uitkomst niet in het bestand. Open het in Excel, sla het op en kies het opnieuw.',
    'bulk.remark.padded':
      'Kolom "{column}": de nullen vooraan komen van de celopmaak. Balie neemt ze over zoals Excel ze toont ({count, plural, one {# cel} other {# cellen}}).',
    'bulk.remark.rounded':
      'Kolom "{column}": {count, plural, one {# getal is} other {# getallen zijn}} afgerond op 15 cijfers, zoals Excel ze toont.',
    'bulk.remark.date': 'Kolom "{column}": datums staan er als 31-12-2026 ({count, plural, one {# cel} other {# cellen}}).',
    'bulk.remark.boolean':
      'Kolom "{column}": ja en nee staan er als WAAR en ONWAAR ({count, plural, one {# cel} other {# cellen}}).',

    'bulk.plan.columnGone': 'Deze kolom staat niet in het bestand. Kies een andere kolom.',
    'bulk.plan.unknownColumn': 'Er is geen kolom "{column}". Typ de naam zoals die boven de kolom staat.',
    'bulk.plan.unclosedBrace':
      "Er mist een accolade ('}') achter een kolomnaam. Wil je een accolade in de tekst, typ er dan twee ('{{').",

    'bulk.row.extraCells':
      'Deze rij heeft meer cellen dan de {columns, number} kolommen. Zet een tekst met het scheidingsteken erin tussen aanhalingstekens (").',
    'bulk.row.emptyPlaceholder':
      'De kolom "{column}" is in deze rij leeg. Vul haar in, of zet in de tekst een vraagteken achter de naam als dat mag.',
    'bulk.row.digitsLost':
      'Het getal in kolom "{column}" is langer dan 15 cijfers; Excel heeft de laatste vervangen door nullen. Typ hier het hele getal.',
    'bulk.row.shortened':
      'Excel heeft het getal in kolom "{column}" ingekort tot {value}. Typ hier het hele getal, of maak in Excel tekst van de kolom en sla het bestand opnieuw op.',
    'bulk.row.errorValue': 'Kolom "{column}" toont een fout van Excel in plaats van een waarde. Typ hier de juiste waarde.',
    'bulk.row.noResult': 'De formule in kolom "{column}" heeft geen uitkomst. Typ hier de juiste waarde.',
    'bulk.row.action': '"{value}" is geen actie. Vul maken, bijwerken of verwijderen in.',
    'bulk.row.test': '"{value}" zegt niet of dit een test is. Vul ja of nee in.',
    'bulk.row.testForced': 'Outlet {outlet} staat bij DigiWallet in testmodus: dit wordt een testnotitie.',
    'bulk.row.methodMapped': 'Betaalmethode "{from}" wordt {to}.',
    'bulk.row.choiceMapped': '"{from}" wordt {to}.',
    'bulk.row.sameNote': 'Rij {row, number} maakt al een notitie bij deze verkoop.',
    'bulk.row.sameRow': 'Dit is dezelfde opdracht als in rij {row, number}.',
    'bulk.row.knownNote': 'Balie heeft bij deze verkoop al een notitie. Werk die bij, of maak er toch nog een.',
    'bulk.row.replacesUnseen': 'Balie kent deze notitie niet: dit vervangt wat er bij DigiWallet staat.',
    'bulk.row.deletesUnseen': 'Balie kent deze notitie niet: dit verwijdert wat er bij DigiWallet staat.',
    'bulk.row.sameInvoice': 'Rij {row, number} betwist factuur {invoice} ook.',
    'bulk.row.knownInvoice': 'Balie heeft over factuur {invoice} al een geschil ingediend.',

    'bulk.file.noSource': 'Kies eerst de map of zip waar "{name}" in zit.',
    'bulk.file.missing':
      '"{name}" zit niet in de map of zip. Controleer de naam, of voeg het bestand toe en kies de map opnieuw.',
    'bulk.file.ambiguous': 'Er zijn meer bestanden die "{name}" heten. Vul de map erbij in, zoals map/naam.pdf.',
    'bulk.file.escapes':
      '"{name}" wijst naar een plek buiten de map of zip. Vul alleen de bestandsnaam in en zet het bestand in de map.',
    'bulk.file.several': 'Er mag één bestand bij een geschil. Voeg "{name}" samen tot één pdf.',
    'bulk.file.large': 'Dit bestand is groter dan 3 MB; Billink weigert het misschien.',

    'bulk.files.missing': '"{name}" is er niet meer. Kies de map of zip opnieuw.',
    'bulk.files.notZip': '"{name}" kan niet gelezen worden als zip-bestand. Maak het opnieuw, of kies de map met de bestanden.',
    'bulk.files.tooMany': 'Hier zitten meer dan {limit, number} bestanden in. Kies een map of zip met alleen de bijlagen.',
    'bulk.files.tooLarge': 'Een bestand in deze zip is groter dan {limit, number} MB. Haal het eruit, of maak het kleiner.',
    'bulk.files.bomb':
      'Deze zip is uitgepakt meer dan honderd keer zo groot; zo zijn bijlagen niet, dus Balie opent hem niet. Kies de map met de bestanden.',
    'bulk.files.password': 'Deze zip is beveiligd met een wachtwoord. Pak hem uit en kies de map.',

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
    'bulk.read.empty': 'This file is empty. Choose a file with a header and at least one row.',
    'bulk.read.noRows': 'This file has a header only. Fill in rows below it, or switch off "The first row is a header".',
    'bulk.read.csvTooLarge': 'This file is larger than {limit, number} MB. Split it into smaller files and send them one by one.',
    'bulk.read.csvTooManyRows':
      'This file has more than {limit, number} rows. Split it into smaller files and send them one by one.',
    'bulk.read.xlsxTooLarge':
      'This Excel file is larger than {limit, number} MB. Save it in Excel as "CSV UTF-8" and choose that file.',
    'bulk.read.xlsxTooManyRows':
      'This sheet has more than {limit, number} rows. Save it in Excel as "CSV UTF-8" and choose that file.',
    'bulk.read.xlsxTooHeavy': 'This Excel file needs too much memory. Save it in Excel as "CSV UTF-8" and choose that file.',
    'bulk.read.unpacksTooLarge':
      'Unpacked, this Excel file is far too large for a table, so Balie does not open it. Copy the rows to a new sheet in Excel and choose that file.',
    'bulk.read.tooManyColumns':
      'Row {row, number} has more than {limit, number} columns. Remove the columns you do not need, or choose another delimiter.',
    'bulk.read.cellTooLarge':
      'Row {row, number} is larger than 1 MB. Check whether a quotation mark (") is missing there, or shorten the text.',
    'bulk.read.quoteNotClosed':
      'In row {row, number} a text begins with a quotation mark (") that is never closed. Put one behind the text, or remove it.',
    'bulk.read.encoding':
      'This file contains characters that do not belong to this encoding. Choose another encoding, or save it in Excel as "CSV UTF-8".',
    'bulk.read.notText': 'This file contains no readable text. Choose a CSV or Excel file (.xlsx).',
    'bulk.read.notTable': 'This file is not a table. Choose a CSV or Excel file (.xlsx).',
    'bulk.read.password': 'This Excel file is protected with a password. Save it without a password and choose it again.',
    'bulk.read.xls': 'This is an Excel file from before 2007 (.xls). Open it in Excel, save it as .xlsx and choose that file.',
    'bulk.read.xlsb': 'This is a binary Excel file (.xlsb). Open it in Excel, save it as .xlsx and choose that file.',
    'bulk.read.ods': 'This is an OpenDocument file. Save it as .xlsx or "CSV UTF-8" and choose that file.',
    'bulk.read.html':
      'This is a web page that pretends to be an Excel file. Open it in Excel, save it as .xlsx and choose that file.',
    'bulk.read.xml': 'This is an XML file. Open it in Excel, save it as .xlsx and choose that file.',
    'bulk.read.zip': 'This is a zip file. Unpack it and choose the CSV or Excel file in it.',
    'bulk.read.damaged': 'This Excel file is damaged or incomplete. Open it in Excel, save it again and choose it once more.',
    'bulk.read.unsafe':
      'This Excel file contains instructions that do not belong in a table, so Balie does not open it. Copy the rows to a new sheet in Excel and choose that file.',
    'bulk.read.tooSlow': 'Reading took too long. Save the file in Excel as "CSV UTF-8" and choose that file.',
    'bulk.read.noSheets': 'This Excel file has no sheet with rows. Choose another file.',
    'bulk.read.sheetGone': 'The sheet "{sheet}" is no longer there. Choose another sheet.',
    'bulk.read.loneSurrogate': 'What you pasted contains half a character. Copy the rows again, or choose the file itself.',

    'bulk.remark.ownFile':
      'This file was made by Balie. What Balie added to it has been taken away again: the columns with Balie before their name and the apostrophes before formulas.',
    'bulk.remark.hiddenRows':
      '{count, plural, one {# row is hidden in Excel and takes part all the same. Remove it from the file if you do not want that.} other {# rows are hidden in Excel and take part all the same. Remove them from the file if you do not want that.}}',
    'bulk.remark.digits-lost':
      'Column "{column}": {count, plural, one {# number is} other {# numbers are}} longer than 15 digits. Excel replaced the last digits with zeros; make the column text and type the numbers again.',
    'bulk.remark.error':
      'Column "{column}": {count, plural, one {# cell shows} other {# cells show}} an error instead of a value. Mend the formula in Excel.',
    'bulk.remark.no-result':
      'Column "{column}": the result of {count, plural, one {# formula} other {# formulas}} is not in the file. Open it in Excel, save it and choose it again.',
    'bulk.remark.padded':
      'Column "{column}": the leading zeros come from the cell format. Balie takes them as Excel shows them ({count, plural, one {# cell} other {# cells}}).',
    'bulk.remark.rounded':
      'Column "{column}": {count, plural, one {# number is} other {# numbers are}} rounded to 15 digits, as Excel shows them.',
    'bulk.remark.date': 'Column "{column}": dates read as 31-12-2026 ({count, plural, one {# cell} other {# cells}}).',
    'bulk.remark.boolean':
      'Column "{column}": yes and no read as WAAR and ONWAAR ({count, plural, one {# cell} other {# cells}}).',

    'bulk.plan.columnGone': 'This column is not in the file. Choose another column.',
    'bulk.plan.unknownColumn': 'There is no column "{column}". Type the name as it stands above the column.',
    'bulk.plan.unclosedBrace':
      "A brace ('}') is missing behind a column's name. If you want a brace in the text, type two ('{{').",

    'bulk.row.extraCells':
      'This row has more cells than the {columns, number} columns. Put a text with the delimiter in it between quotation marks (").',
    'bulk.row.emptyPlaceholder':
      'The column "{column}" is empty in this row. Fill it in, or put a question mark behind its name in the text if that is all right.',
    'bulk.row.digitsLost':
      'The number in column "{column}" is longer than 15 digits; Excel replaced the last ones with zeros. Type the whole number here.',
    'bulk.row.shortened':
      'Excel shortened the number in column "{column}" to {value}. Type the whole number here, or make the column text in Excel and save the file again.',
    'bulk.row.errorValue': 'Column "{column}" shows an error of Excel instead of a value. Type the right value here.',
    'bulk.row.noResult': 'The formula in column "{column}" has no result. Type the right value here.',
    'bulk.row.action': '"{value}" is not an action. Fill in create, update or delete.',
    'bulk.row.test': '"{value}" does not say whether this is a test. Fill in yes or no.',
    'bulk.row.testForced': 'Outlet {outlet} is in test mode at DigiWallet: this becomes a test note.',
    'bulk.row.methodMapped': 'Payment method "{from}" becomes {to}.',
    'bulk.row.choiceMapped': '"{from}" becomes {to}.',
    'bulk.row.sameNote': 'Row {row, number} already creates a note on this sale.',
    'bulk.row.sameRow': 'This is the same instruction as in row {row, number}.',
    'bulk.row.knownNote': 'Balie already has a note on this sale. Update that one, or create another all the same.',
    'bulk.row.replacesUnseen': 'Balie does not know this note: this replaces what is there at DigiWallet.',
    'bulk.row.deletesUnseen': 'Balie does not know this note: this deletes what is there at DigiWallet.',
    'bulk.row.sameInvoice': 'Row {row, number} disputes invoice {invoice} too.',
    'bulk.row.knownInvoice': 'Balie has already filed a dispute about invoice {invoice}.',

    'bulk.file.noSource': 'First choose the folder or zip that holds "{name}".',
    'bulk.file.missing': '"{name}" is not in the folder or zip. Check the name, or add the file and choose the folder again.',
    'bulk.file.ambiguous': 'There are more files named "{name}". Add the folder to it, like folder/name.pdf.',
    'bulk.file.escapes':
      '"{name}" points to a place outside the folder or zip. Fill in the file name only and put the file in the folder.',
    'bulk.file.several': 'A dispute takes one file. Combine "{name}" into one pdf.',
    'bulk.file.large': 'This file is larger than 3 MB; Billink may refuse it.',

    'bulk.files.missing': '"{name}" is no longer there. Choose the folder or zip again.',
    'bulk.files.notZip': '"{name}" cannot be read as a zip file. Make it again, or choose the folder with the files.',
    'bulk.files.tooMany': 'There are more than {limit, number} files in here. Choose a folder or zip with the attachments only.',
    'bulk.files.tooLarge': 'A file in this zip is larger than {limit, number} MB. Take it out, or make it smaller.',
    'bulk.files.bomb':
      'Unpacked, this zip is more than a hundred times as large; attachments are not like that, so Balie does not open it. Choose the folder with the files.',
    'bulk.files.password': 'This zip is protected with a password. Unpack it and choose the folder.',

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
