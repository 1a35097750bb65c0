/** What is said of a file as a whole: why it cannot be read, and what was odd about it. */
export const sentences = {
  'bulk.read.empty': 'Dit bestand is leeg. Kies een bestand met een kopregel en minstens één rij.',
  'bulk.read.noRows': 'Dit bestand heeft alleen een kopregel. Vul er rijen onder in, of kies bij Kopregel “Geen kopregel”.',
  'bulk.read.csvTooLarge':
    'Dit bestand is groter dan {limit, number} MB. Splits het in kleinere bestanden en verzend ze na elkaar.',
  'bulk.read.csvTooManyRows':
    'Dit bestand heeft meer dan {limit, number} rijen. Splits het in kleinere bestanden en verzend ze na elkaar.',
  'bulk.read.xlsxTooLarge':
    'Dit Excel-bestand is groter dan {limit, number} MB. Sla het in Excel op als “CSV UTF-8” en kies dat bestand.',
  'bulk.read.xlsxTooManyRows':
    'Dit werkblad heeft meer dan {limit, number} rijen. Sla het in Excel op als “CSV UTF-8” en kies dat bestand.',
  'bulk.read.xlsxTooHeavy': 'Dit Excel-bestand vraagt te veel geheugen. Sla het in Excel op als “CSV UTF-8” en kies dat bestand.',
  'bulk.read.unpacksTooLarge':
    'Dit Excel-bestand is uitgepakt veel te groot voor een tabel, dus Balie opent het niet. Kopieer de rijen in Excel naar een nieuw werkblad en kies dat bestand.',
  'bulk.read.tooManyColumns':
    'Rij {row, number} heeft meer dan {limit, number} kolommen. Verwijder de kolommen die je niet nodig hebt, of kies een ander scheidingsteken.',
  'bulk.read.cellTooLarge':
    'Rij {row, number} is groter dan 1 MB. Controleer of daar een aanhalingsteken (") mist, of maak de tekst korter.',
  'bulk.read.quoteNotClosed':
    'In rij {row, number} begint een tekst met een aanhalingsteken (") dat nergens sluit. Zet er een achter de tekst, of haal het weg.',
  'bulk.read.encoding':
    'Dit bestand bevat tekens die niet bij deze codering horen. Kies een andere codering, of sla het in Excel op als “CSV UTF-8”.',
  'bulk.read.notText': 'Dit bestand bevat geen leesbare tekst. Kies een CSV- of Excel-bestand (.xlsx).',
  'bulk.read.notTable': 'Dit bestand is geen tabel. Kies een CSV- of Excel-bestand (.xlsx).',
  'bulk.read.password': 'Dit Excel-bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en kies het opnieuw.',
  'bulk.read.xls': 'Dit is een Excel-bestand van voor 2007 (.xls). Open het in Excel, sla het op als .xlsx en kies dat bestand.',
  'bulk.read.xlsb': 'Dit is een binair Excel-bestand (.xlsb). Open het in Excel, sla het op als .xlsx en kies dat bestand.',
  'bulk.read.ods': 'Dit is een OpenDocument-bestand. Sla het op als .xlsx of “CSV UTF-8” en kies dat bestand.',
  'bulk.read.html':
    'Dit is een webpagina die zich voordoet als Excel-bestand. Open het in Excel, sla het op als .xlsx en kies dat bestand.',
  'bulk.read.xml': 'Dit is een XML-bestand. Open het in Excel, sla het op als .xlsx en kies dat bestand.',
  'bulk.read.sylk': 'Dit is een SYLK-bestand (.slk). Open het in Excel, sla het op als .xlsx en kies dat bestand.',
  'bulk.read.dif': 'Dit is een DIF-bestand (.dif). Open het in Excel, sla het op als .xlsx en kies dat bestand.',
  'bulk.read.json': 'Dit is een JSON-bestand. Vraag de afzender om een CSV- of Excel-bestand (.xlsx) en kies dat.',
  'bulk.read.database': 'Dit is een database. Exporteer de tabel als CSV of Excel (.xlsx) en kies dat bestand.',
  'bulk.read.numbers': 'Dit is een Numbers-bestand. Exporteer het in Numbers als Excel (.xlsx) of CSV en kies dat bestand.',
  'bulk.read.compressed': 'Dit is een ingepakt bestand. Pak het uit en kies het CSV- of Excel-bestand dat erin zit.',
  'bulk.read.headerGone':
    'Rij {row, number} is er niet, of staat te ver naar onderen voor een kopregel. Kies een andere kopregel.',
  'bulk.read.zip': 'Dit is een zip-bestand. Pak het uit en kies het CSV- of Excel-bestand dat erin zit.',
  'bulk.read.damaged':
    'Dit Excel-bestand is beschadigd of onvolledig. Open het in Excel, sla het opnieuw op en kies het nog eens.',
  'bulk.read.unsafe':
    'Dit Excel-bestand bevat opdrachten die niet in een tabel horen, dus Balie opent het niet. Kopieer de rijen in Excel naar een nieuw werkblad en kies dat bestand.',
  'bulk.read.tooSlow': 'Het lezen duurde te lang. Sla het bestand in Excel op als “CSV UTF-8” en kies dat bestand.',
  'bulk.read.noSheets': 'Dit Excel-bestand heeft geen werkblad met rijen. Kies een ander bestand.',
  'bulk.read.sheetGone': 'Het werkblad “{sheet}” is er niet meer. Kies een ander werkblad.',
  'bulk.read.loneSurrogate': 'In wat je plakte staat een half teken. Kopieer de rijen opnieuw, of kies het bestand zelf.',

  'bulk.remark.ownFile':
    'Dit bestand komt van Balie. Wat Balie eraan toevoegde, is er weer afgehaald: de kolommen met Balie ervoor en de apostrofs voor formules.',
  'bulk.remark.encoding':
    'Welke codering dit bestand heeft, staat er niet in. Kijk of letters als é en ë kloppen; kies anders een andere codering.',
  'bulk.remark.sheet':
    'Dit bestand heeft {count, plural, one {# werkblad} other {# werkbladen}}. Balie koos “{sheet}”, omdat daar een tabel op staat.',
  'bulk.remark.headerRow':
    'De kopregel is rij {row, number}. {count, plural, one {De regel erboven doet} other {De # regels erboven doen}} niet mee. Klopt dat niet? Kies een andere kopregel.',
  'bulk.remark.below':
    '{count, plural, one {Rij {row, number} (“{value}”) staat onder de tabel en doet} other {# rijen vanaf rij {row, number} (“{value}”) staan onder de tabel en doen}} niet mee. {count, plural, one {Hoort die} other {Horen ze}} er wel bij? Zet dan “Totalen onder de tabel weglaten” uit.',
  'bulk.remark.hiddenColumns':
    '{count, plural, one {Deze kolom is} other {Deze kolommen zijn}} in Excel verborgen: {columns}. Balie kiest die alleen als er geen zichtbare kolom past.',
  'bulk.remark.open-quote':
    'Kolom “{column}”: {count, plural, one {# tekst begint} other {# teksten beginnen}} met een aanhalingsteken (") dat niet sluit. Kijk die rijen na.',
  'bulk.remark.stray':
    'Kolom “{column}”: in {count, plural, one {# cel} other {# cellen}} staan tekens die niet gelezen kunnen worden (�). Typ ze over, of kies een andere codering.',
  'bulk.remark.garbled':
    'Kolom “{column}”: in {count, plural, one {# cel} other {# cellen}} lijken letters verminkt, zoals in “{example}”. Maak het bestand opnieuw, of typ ze over.',
  'bulk.remark.formula-text':
    'Kolom “{column}”: in {count, plural, one {# cel} other {# cellen}} staat een formule zonder uitkomst. Sla het bestand in Excel op als .xlsx en kies dat bestand.',
  'bulk.remark.unshown':
    'Kolom “{column}”: van {count, plural, one {# getal is} other {# getallen is}} niet te zeggen wat Excel toont. Maak van de kolom tekst en kies het bestand opnieuw.',
  'bulk.remark.formatted':
    'Kolom “{column}”: de celopmaak voegt tekens toe. Balie neemt ze over zoals Excel ze toont, zoals “{example}” ({count, plural, one {# cel} other {# cellen}}).',
  'bulk.remark.amount':
    'Kolom “{column}”: de getallen hebben de opmaak van een bedrag en staan er zoals Excel ze toont, zoals “{example}” ({count, plural, one {# cel} other {# cellen}}).',
  'bulk.remark.percent':
    'Kolom “{column}”: de getallen zijn percentages en staan er zoals Excel ze toont, zoals “{example}” ({count, plural, one {# cel} other {# cellen}}).',
  'bulk.remark.hiddenRows':
    '{count, plural, one {# rij is in Excel verborgen en doet wel mee. Haal die uit het bestand als je dat niet wilt.} other {# rijen zijn in Excel verborgen en doen wel mee. Haal ze uit het bestand als je dat niet wilt.}}',
  'bulk.remark.digits-lost':
    'Kolom “{column}”: {count, plural, one {# getal is} other {# getallen zijn}} langer dan 15 cijfers. Excel heeft de laatste cijfers vervangen door nullen; zet de kolom op Tekst en vul de getallen opnieuw in.',
  'bulk.remark.error':
    'Kolom “{column}”: {count, plural, one {# cel toont} other {# cellen tonen}} een fout in plaats van een waarde. Herstel de formule in Excel.',
  'bulk.remark.no-result':
    'Kolom “{column}”: van {count, plural, one {# formule} other {# formules}} staat de uitkomst niet in het bestand. Open het in Excel, sla het op en kies het opnieuw.',
  'bulk.remark.padded':
    'Kolom “{column}”: de nullen vooraan komen van de celopmaak. Balie neemt ze over zoals Excel ze toont ({count, plural, one {# cel} other {# cellen}}).',
  'bulk.remark.rounded':
    'Kolom “{column}”: {count, plural, one {# getal is} other {# getallen zijn}} afgerond op 15 cijfers, zoals Excel ze toont.',
  'bulk.remark.date':
    'Kolom “{column}”: datums en tijden staan er zoals {example} ({count, plural, one {# cel} other {# cellen}}).',
  'bulk.remark.boolean':
    'Kolom “{column}”: ja en nee staan er als WAAR en ONWAAR ({count, plural, one {# cel} other {# cellen}}).',

  'bulk.files.missing': '“{name}” is er niet meer. Kies de map of zip opnieuw.',
  'bulk.files.notZip': '“{name}” kan niet gelezen worden als zip-bestand. Maak het opnieuw, of kies de map met de bestanden.',
  'bulk.files.tooMany': 'Hier zitten meer dan {limit, number} bestanden in. Kies een map of zip met alleen de bijlagen.',
  'bulk.files.tooLarge': 'Een bestand in deze zip is groter dan {limit, number} MB. Haal het eruit, of maak het kleiner.',
  'bulk.files.bomb':
    'Deze zip is uitgepakt meer dan honderd keer zo groot; zo zijn bijlagen niet, dus Balie opent hem niet. Kies de map met de bestanden.',
  'bulk.files.password': 'Deze zip is beveiligd met een wachtwoord. Pak hem uit en kies de map.',
} as const
