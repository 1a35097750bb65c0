/** What is said of the columns and rows of a table. */
export const sentences = {
  'bulk.plan.columnGone': 'This column is not in the file. Choose another column.',
  'bulk.plan.unknownColumn': 'There is no column “{column}”. Type the name as it stands above the column.',
  'bulk.plan.unclosedBrace': "A brace ('}') is missing behind a column's name. If you want a brace in the text, type two ('{{').",

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
  'bulk.row.blanks': 'The text still says {names}. Fill it in, or send it as it is if that is what you want.',
  'bulk.row.action': '“{value}” is not an action. Fill in create, update or delete.',
  'bulk.row.test': '“{value}” does not say whether this is a test. Fill in yes or no.',
  'bulk.row.methodMapped': 'Payment method “{from}” becomes {to}.',
  'bulk.row.choiceMapped': '“{from}” becomes {to}.',
  'bulk.row.sameNote': 'Row {row, number} already creates a note on this transaction.',
  'bulk.row.sameRow': 'This is the same instruction as in row {row, number}.',
  'bulk.row.knownNote': 'Balie already has a note on this transaction. Update that one, or create another all the same.',
  'bulk.row.sameInvoice': 'Row {row, number} disputes invoice {invoice} too.',
  'bulk.row.knownInvoice': 'Balie has already filed a dispute about invoice {invoice}.',

  'bulk.file.noSource': 'First choose the folder or zip that holds “{name}”.',
  'bulk.file.missing': '“{name}” is not in the folder or zip. Check the name, or add the file and choose the folder again.',
  'bulk.file.ambiguous': 'There are more files named “{name}”. Add the folder to it, like folder/name.pdf.',
  'bulk.file.escapes':
    '“{name}” points to a place outside the folder or zip. Fill in the file name only and put the file in the folder.',
  'bulk.file.outside':
    'In the zip “{name}” points to a place outside it. Make the zip again, or unpack it and choose the folder.',
  'bulk.file.several': 'A dispute takes one file. Combine “{name}” into one pdf.',

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
} as const
