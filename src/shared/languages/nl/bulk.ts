/** What is said of the columns and rows of a table. */
export const sentences = {
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
  'bulk.row.nothing': 'In kolom “{column}” staat “{value}”: zo schrijven programma’s dat er niets is. Typ hier de juiste waarde.',
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
  'bulk.row.blanks': 'In de tekst staat nog {names}. Vul het in, of verzend het zo als dat de bedoeling is.',
  'bulk.row.action': '“{value}” is geen actie. Vul maken, bijwerken of verwijderen in.',
  'bulk.row.test': '“{value}” zegt niet of dit een test is. Vul ja of nee in.',
  'bulk.row.methodMapped': 'Betaalmethode “{from}” wordt {to}.',
  'bulk.row.choiceMapped': '“{from}” wordt {to}.',
  'bulk.row.sameNote': 'Rij {row, number} maakt al een notitie bij deze transactie.',
  'bulk.row.sameRow': 'Dit is dezelfde opdracht als in rij {row, number}.',
  'bulk.row.knownNote': 'Balie heeft bij deze transactie al een notitie. Werk die bij, of maak er toch nog een.',
  'bulk.row.sameInvoice': 'Rij {row, number} betwist factuur {invoice} ook.',
  'bulk.row.knownInvoice': 'Balie heeft over factuur {invoice} al een geschil ingediend.',

  'bulk.file.noSource': 'Kies eerst de map of zip waar “{name}” in zit.',
  'bulk.file.missing': '“{name}” zit niet in de map of zip. Controleer de naam, of voeg het bestand toe en kies de map opnieuw.',
  'bulk.file.ambiguous': 'Er zijn meer bestanden die “{name}” heten. Vul de map erbij in, zoals map/naam.pdf.',
  'bulk.file.escapes':
    '“{name}” wijst naar een plek buiten de map of zip. Vul alleen de bestandsnaam in en zet het bestand in de map.',
  'bulk.file.outside': '“{name}” wijst in de zip naar een plek erbuiten. Maak de zip opnieuw, of pak hem uit en kies de map.',
  'bulk.file.several': 'Er mag één bestand bij een geschil. Voeg “{name}” samen tot één pdf.',

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
} as const
