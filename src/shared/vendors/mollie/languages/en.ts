import { sentences as screens } from './en/screens.ts'

/** What main says of notes on payments at Mollie. */
const main = {
  'placeholder.paymentID': 'payment',
  'outcome.mollie.done': 'Mollie confirmed that the note was {action, select, create {made} update {updated} other {deleted}}.',
  'outcome.mollie.404': 'Mollie knows no such payment for this account (404). Check the payment ID and the account.',
  'outcome.mollie.422': 'Mollie rejected the note (422). Correct the text and send it again.',
  'outcome.mollie.unknownPayment': 'This account has no payment with this ID.',
  'outcome.mollie.noteThere':
    'Not sent: there is a note on this payment already: “{found}”. Only send if your text may replace it.',
  'outcome.mollie.noteChanged':
    'Not sent: another note is on this payment now than the one you saw: “{found}”. Only send if you want to {action, select, delete {delete} other {replace}} it.',
  'outcome.mollie.noteGone':
    'Not sent: the note you wanted to update is no longer there. Only send if you want to make a new one.',
  'outcome.mollie.otherMetadata':
    'Not sent: another program keeps data of another form on this payment. Only send if that may stand beside your note as “value”.',
  'outcome.mollie.foreignNote':
    'Not sent: another program keeps something of its own under “note” or “noteAt” on this payment. Balie does not overwrite that.',
  'outcome.mollie.tooLarge':
    'Not sent: with this note all that is kept on the payment becomes {bytes, number} bytes. Mollie takes 1,024 at most. Shorten the text.',
  'outcome.mollie.otherMode':
    'Not sent: this account’s key is for {test, select, yes {test payments} other {real payments}}, and the account is not. Choose what goes with the key in Settings › Accounts.',
  'review.paymentNote.replaces': 'There is a note on this payment already. Your text replaces it.',
  'review.paymentNote.nothingToUpdate': 'There is no note on this payment yet. Balie makes one.',
  'review.paymentNote.nothingToDelete': 'There is no note on this payment. There is nothing to delete.',
  'review.paymentNote.nearlyFull':
    'With this note all that is kept on the payment becomes {bytes, number} bytes. Mollie takes 1,024 at most.',
  'review.paymentNote.keepsValue': 'What another program keeps on this payment will stand beside your note as “value”.',
  'review.paymentNote.earlierUnknown':
    'It is not known yet whether an earlier note on this payment arrived. Balie looks that up first.',
  'validation.paymentId': 'This is not a Mollie payment ID. It starts with tr_, followed by letters and digits only.',
  'validation.paymentNote.tooLong':
    'The note is too long for Mollie. Make it shorter: everything with the payment may be 1,024 bytes at most.',
  'validation.paymentNote.keepValue':
    'Another program keeps data of another form on this payment. Tick that it may stand beside your note as “value”.',
  'validation.paymentNote.foreignNote':
    'Another program keeps something of its own under “note” or “noteAt” on this payment. Balie does not overwrite that.',
  'validation.paymentNote.tooLarge':
    'With this text all that is kept on the payment becomes {bytes, number} bytes. Mollie takes 1,024 at most. Shorten the text.',
} as const

/** Why a payment could not be shown, on its screen. */
const payment = {
  'payment.unreachable': 'Mollie cannot be reached. Check your internet connection and read the payment again.',
  'payment.keyRefused': 'Mollie rejected this account’s key. Fill in the right key in Settings › Accounts.',
  'payment.tooMany': 'Mollie gets too many requests right now. Wait a moment and read the payment again.',
  'payment.notRead': 'Mollie did not give the payment (status {status}). Read the payment again later.',
  'payment.notSendable': 'Balie cannot ask anything with this account’s address or key. Check them in Settings › Accounts.',
  'payment.otherMode':
    'This account’s key is for {test, select, yes {test payments} other {real payments}}, and the account is not. Choose what goes with the key in Settings › Accounts.',
} as const

/** What tables of notes on payments say. */
const bulk = {
  'bulkFile.number.payment-notes': 'Balie number at Mollie',
  'bulkScreen.check.duplicate.payment-notes': '{count} with a note already',
  'bulkScreen.check.duplicates.payment-notes': 'Send to payments with a note too ({count, number})',
  'bulkFile.template.payment-notes': 'Payments',
  'bulkFile.heading.paymentID': 'Payment ID',
  'bulkScreen.field.paymentID': 'Payment',
  'bulkScreen.confirm.payment-note.create': '{count, plural, one {# new note} other {# new notes}}',
  'bulkScreen.confirm.payment-note.update': '{count, plural, one {# update} other {# updates}}',
  'bulkScreen.confirm.payment-note.delete': '{count, plural, one {# deletion} other {# deletions}}',
  'bulk.row.samePayment': 'Row {row, number} puts a note on this payment already. This row would replace it.',
  'bulk.row.knownPaymentNote': 'Balie has put a note on this payment already. This row would replace it.',
  'bulk.row.otherNote':
    'There is another note on this payment: “{found}”. This row would {action, select, delete {delete} other {replace}} it.',
  'bulk.row.noteGone': 'The note that this row updates is no longer there. This row would make a new one.',
  'bulk.row.otherMetadata':
    'Another program keeps data of another form on this payment. This row would keep that beside the note as “value”.',
  'bulk.undo.otherPaymentNotes':
    'On {count, plural, one {# payment} other {# payments}} another item put a note as well. Where another note stands now, it is not deleted.',
} as const

/** The sentences of Mollie's folder. */
export const sentences = { ...main, ...payment, ...screens, ...bulk } as const
