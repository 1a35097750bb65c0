/** What is said of a file as a whole: why it cannot be read, and what was odd about it. */
export const sentences = {
  'bulk.read.empty': 'This file is empty. Choose a file with a header and at least one row.',
  'bulk.read.noRows': 'This file has a header only. Fill in rows below it, or choose “No header” as the header.',
  'bulk.read.csvTooLarge': 'This file is larger than {limit, number} MB. Split it into smaller files and send them one by one.',
  'bulk.read.csvTooManyRows':
    'This file has more than {limit, number} rows. Split it into smaller files and send them one by one.',
  'bulk.read.xlsxTooLarge':
    'This Excel file is larger than {limit, number} MB. Save it in Excel as “CSV UTF-8” and choose that file.',
  'bulk.read.xlsxTooManyRows':
    'This sheet has more than {limit, number} rows. Save it in Excel as “CSV UTF-8” and choose that file.',
  'bulk.read.xlsxTooHeavy': 'This Excel file needs too much memory. Save it in Excel as “CSV UTF-8” and choose that file.',
  'bulk.read.unpacksTooLarge':
    'Unpacked, this Excel file is far too large for a table, so Balie does not open it. Copy the rows to a new sheet in Excel and choose that file.',
  'bulk.read.tooManyColumns':
    'Row {row, number} has more than {limit, number} columns. Remove the columns you do not need, or choose another delimiter.',
  'bulk.read.cellTooLarge':
    'Row {row, number} is larger than 1 MB. Check whether a quotation mark (") is missing there, or shorten the text.',
  'bulk.read.quoteNotClosed':
    'In row {row, number} a text begins with a quotation mark (") that is never closed. Put one behind the text, or remove it.',
  'bulk.read.encoding':
    'This file contains characters that do not belong to this encoding. Choose another encoding, or save it in Excel as “CSV UTF-8”.',
  'bulk.read.notText': 'This file contains no readable text. Choose a CSV or Excel file (.xlsx).',
  'bulk.read.notTable': 'This file is not a table. Choose a CSV or Excel file (.xlsx).',
  'bulk.read.password': 'This Excel file is protected with a password. Save it without a password and choose it again.',
  'bulk.read.xls': 'This is an Excel file from before 2007 (.xls). Open it in Excel, save it as .xlsx and choose that file.',
  'bulk.read.xlsb': 'This is a binary Excel file (.xlsb). Open it in Excel, save it as .xlsx and choose that file.',
  'bulk.read.ods': 'This is an OpenDocument file. Save it as .xlsx or “CSV UTF-8” and choose that file.',
  'bulk.read.html':
    'This is a web page that pretends to be an Excel file. Open it in Excel, save it as .xlsx and choose that file.',
  'bulk.read.xml': 'This is an XML file. Open it in Excel, save it as .xlsx and choose that file.',
  'bulk.read.sylk': 'This is a SYLK file (.slk). Open it in Excel, save it as .xlsx and choose that file.',
  'bulk.read.dif': 'This is a DIF file (.dif). Open it in Excel, save it as .xlsx and choose that file.',
  'bulk.read.json': 'This is a JSON file. Ask whoever sent it for a CSV or Excel file (.xlsx) and choose that.',
  'bulk.read.database': 'This is a database. Export the table as CSV or Excel (.xlsx) and choose that file.',
  'bulk.read.numbers': 'This is a Numbers file. Export it in Numbers as Excel (.xlsx) or CSV and choose that file.',
  'bulk.read.compressed': 'This is a packed file. Unpack it and choose the CSV or Excel file in it.',
  'bulk.read.headerGone': 'Row {row, number} is not there, or is too far down for a header. Choose another header.',
  'bulk.read.zip': 'This is a zip file. Unpack it and choose the CSV or Excel file in it.',
  'bulk.read.damaged': 'This Excel file is damaged or incomplete. Open it in Excel, save it again and choose it once more.',
  'bulk.read.unsafe':
    'This Excel file contains instructions that do not belong in a table, so Balie does not open it. Copy the rows to a new sheet in Excel and choose that file.',
  'bulk.read.tooSlow': 'Reading took too long. Save the file in Excel as “CSV UTF-8” and choose that file.',
  'bulk.read.noSheets': 'This Excel file has no sheet with rows. Choose another file.',
  'bulk.read.sheetGone': 'The sheet “{sheet}” is no longer there. Choose another sheet.',
  'bulk.read.loneSurrogate': 'What you pasted contains half a character. Copy the rows again, or choose the file itself.',

  'bulk.remark.ownFile':
    'This file was made by Balie. What Balie added to it has been taken away again: the columns with Balie before their name and the apostrophes before formulas.',
  'bulk.remark.encoding':
    'This file does not say which encoding it has. See whether letters such as é and ë are right; if not, choose another encoding.',
  'bulk.remark.sheet':
    'This file has {count, plural, one {# sheet} other {# sheets}}. Balie chose “{sheet}”, because there is a table on it.',
  'bulk.remark.headerRow':
    'The header is row {row, number}. {count, plural, one {The line above it is} other {The # lines above it are}} left out. Is that wrong? Choose another header.',
  'bulk.remark.below':
    '{count, plural, one {Row {row, number} (“{value}”) stands below the table and is} other {# rows from row {row, number} (“{value}”) stand below the table and are}} left out. {count, plural, one {Does it} other {Do they}} belong to it? Then switch off “Leave out totals below the table”.',
  'bulk.remark.hiddenColumns':
    '{count, plural, one {This column is} other {These columns are}} hidden in Excel: {columns}. Balie chooses {count, plural, one {it} other {them}} only where no visible column fits.',
  'bulk.remark.open-quote':
    'Column “{column}”: {count, plural, one {# text begins} other {# texts begin}} with a quotation mark (") that is never closed. Look those rows over.',
  'bulk.remark.stray':
    'Column “{column}”: {count, plural, one {# cell holds} other {# cells hold}} characters that cannot be read (�). Type them over, or choose another encoding.',
  'bulk.remark.garbled':
    'Column “{column}”: letters in {count, plural, one {# cell} other {# cells}} seem garbled, as in “{example}”. Make the file again, or type them over.',
  'bulk.remark.formula-text':
    'Column “{column}”: {count, plural, one {# cell holds} other {# cells hold}} a formula without a result. Save the file in Excel as .xlsx and choose that file.',
  'bulk.remark.unshown':
    'Column “{column}”: of {count, plural, one {# number} other {# numbers}} it cannot be told what Excel shows. Make the column text and choose the file again.',
  'bulk.remark.formatted':
    'Column “{column}”: the cell format adds characters. Balie takes them as Excel shows them, as in “{example}” ({count, plural, one {# cell} other {# cells}}).',
  'bulk.remark.amount':
    'Column “{column}”: the numbers are formatted as amounts and read as Excel shows them, such as “{example}” ({count, plural, one {# cell} other {# cells}}).',
  'bulk.remark.percent':
    'Column “{column}”: the numbers are percentages and read as Excel shows them, such as “{example}” ({count, plural, one {# cell} other {# cells}}).',
  'bulk.remark.hiddenRows':
    '{count, plural, one {# row is hidden in Excel and takes part all the same. Remove it from the file if you do not want that.} other {# rows are hidden in Excel and take part all the same. Remove them from the file if you do not want that.}}',
  'bulk.remark.digits-lost':
    'Column “{column}”: {count, plural, one {# number is} other {# numbers are}} longer than 15 digits. Excel replaced the last digits with zeros; set the column to Text and type the numbers again.',
  'bulk.remark.error':
    'Column “{column}”: {count, plural, one {# cell shows} other {# cells show}} an error instead of a value. Correct the formula in Excel.',
  'bulk.remark.no-result':
    'Column “{column}”: the result of {count, plural, one {# formula} other {# formulas}} is not in the file. Open it in Excel, save it and choose it again.',
  'bulk.remark.padded':
    'Column “{column}”: the leading zeros come from the cell format. Balie takes them as Excel shows them ({count, plural, one {# cell} other {# cells}}).',
  'bulk.remark.rounded':
    'Column “{column}”: {count, plural, one {# number is} other {# numbers are}} rounded to 15 digits, as Excel shows them.',
  'bulk.remark.date': 'Column “{column}”: dates and times read like {example} ({count, plural, one {# cell} other {# cells}}).',
  'bulk.remark.boolean':
    'Column “{column}”: yes and no read as WAAR and ONWAAR (true/false) ({count, plural, one {# cell} other {# cells}}).',

  'bulk.files.missing': '“{name}” is no longer there. Choose the folder or zip again.',
  'bulk.files.notZip': '“{name}” cannot be read as a zip file. Make it again, or choose the folder with the files.',
  'bulk.files.tooMany': 'There are more than {limit, number} files in here. Choose a folder or zip with the attachments only.',
  'bulk.files.tooLarge': 'A file in this zip is larger than {limit, number} MB. Take it out, or make it smaller.',
  'bulk.files.bomb':
    'Unpacked, this zip is more than a hundred times as large; attachments are not like that, so Balie does not open it. Choose the folder with the files.',
  'bulk.files.password': 'This zip is protected with a password. Unpack it and choose the folder.',
} as const
