/** Why a bulk run waits, pauses or could not be started, and what to do. */
export const sentences = {
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
  'bulk.change.sent': 'This can no longer be undone: one of these rows was sent already, or may have arrived.',
  'bulk.accountGone': 'This account was removed. Choose another account and open the file again.',
  'bulk.accountMoved':
    "This account's address has changed since this file was opened. Put the old address back, or open the file again for the new one.",
  'bulk.unknownLeft': 'First decide about the rows of unknown outcome. Then remove this run.',
  'bulk.start.doubted':
    'These rows may have been sent already. Check with the vendor whether they arrived, and confirm that they did not.',
  'bulk.rowsSet': 'Your organisation lets you send {limit, number} rows at once at most. Leave rows out, or split the table.',
  'bulk.totalChanged': 'The numbers have changed. Read them and confirm again.',
  'bulk.start.noSpace': 'The files need {needed, number} MB and {free, number} MB is free. Free some space and start again.',
  'bulk.start.fileRefused': 'The file of row {row, number} cannot be sent. Nothing was sent. Read why at the row.',
  'bulk.start.filesDoubted':
    '{count, plural, one {# file may not open at the vendor. Nothing was sent. Read why at the row, and start again if it is right as it is.} other {# files may not open at the vendor. Nothing was sent. Read why at the rows, and start again if they are right as they are.}}',
  'bulk.undo.otherNotes':
    '{count, plural, one {# transaction also has a note from outside this run. Which of the two gets deleted cannot be told.} other {# transactions also have a note from outside this run. Which of the two gets deleted cannot be told.}}',
  'bulk.save.diskFull': 'There is no room for this file. Free some space or choose another disk.',
  'bulk.save.refused':
    'The file cannot go there: you have no permission to write there, or another program has it open. Close it there or choose another folder.',
  'bulk.save.gone': 'This folder is no longer there. Choose another.',
  'bulk.source.missing': 'This file is no longer there. Choose it again.',
  'bulk.source.notAFile': 'This is not a file. Choose a CSV or Excel file (.xlsx).',
  'bulk.source.unreadable': 'This file cannot be read. Close it in other programs and choose it again.',
  'bulk.source.changed': 'This file changed while it was read. Choose it again.',
  'bulk.copy.locked':
    "Your computer's keychain is locked, so the table was not opened. Unlock the keychain and open the table again.",
  'bulk.copy.denied':
    'Your computer gave Balie no access to the keychain, so the table was not opened. Give access and open the table again.',
  'bulk.copy.broken':
    'Balie cannot reach the keychain, so the table was not opened: it would be kept unencrypted. Install Balie again and open the table then.',
  'bulk.copy.lost':
    "Balie's copy of this table can no longer be read. The rows are still here; to read the file otherwise, open it again.",
} as const
