/** What main says of notes on payments at Mollie. */
const main = {
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
    'Not sent: another program keeps something of its own under “note” on this payment. Balie does not overwrite that.',
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
  'validation.paymentNote.keepValue':
    'Another program keeps data of another form on this payment. Tick that it may stand beside your note as “value”.',
  'validation.paymentNote.foreignNote':
    'Another program keeps something of its own under “note” on this payment. Balie does not overwrite that.',
  'validation.paymentNote.tooLarge':
    'With this text all that is kept on the payment becomes {bytes, number} bytes. Mollie takes 1,024 at most. Shorten the text.',
  'validation.paymentId': 'This is not a Mollie payment ID. It starts with tr_, followed by letters and digits only.',
  'validation.paymentNote.tooLong':
    'The note is too long for Mollie. Make it shorter: everything with the payment may be 1,024 bytes at most.',
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

/** What the screens say of notes on payments. */
const screens = {
  'payment-notes.title': 'Payments',
  'payment-notes.new': 'New note on a payment',
  'payment-notes.detail': 'Note on a payment',
  'payment-notes.list': 'Drafts and sent notes on payments',
  'payment-notes.failed': 'The list cannot be loaded.',
  'payment-notes.empty.title': 'No notes on payments yet',
  'payment-notes.empty.text': 'Fill in a payment’s ID and type your note. What you type is kept as a draft at once.',
  'payment-notes.pick.title': 'Choose a note',
  'payment-notes.pick.text': 'Open a draft or a sent note, or make a new one (Ctrl+Shift+B).',
  'payment-notes.noAccount.title': 'Add a Mollie account',
  'payment-notes.noAccount.text': 'Without an account you cannot make a note. The practice environment is an account too.',
  'payment-notes.noAccount.action': 'To Settings',
  'payment-notes.named': 'Note on {subject}',
  'payment-notes.practise': 'Put a practice note on a payment',
  'payment-notes.account': 'Account: {account}',
  'payment-notes.review.title': 'Is this note right?',
  'payment-notes.review.now': 'There now',
  'payment-notes.review.none': 'No note',
  'payment-notes.action.create': 'Make',
  'payment-notes.action.update': 'Update',
  'payment-notes.action.delete': 'Delete',
  'payment-notes.check.text': 'Read a payment in a new note: then you know that address and key work. Nothing is changed.',
  'field.paymentID': 'Payment ID',
  'field.keepValue': 'Keep another program’s data as “value”',
  'item.kind.payment-note.create': 'Make a note on a payment',
  'item.kind.payment-note.update': 'Update a note on a payment',
  'item.kind.payment-note.delete': 'Delete a note on a payment',
  'item.title.payment-note.create': 'Note on payment {subject}',
  'item.title.payment-note.update': 'Update on payment {subject}',
  'item.title.payment-note.delete': 'Deletion on payment {subject}',
  'item.vendorNumber.payment-note': 'Mollie’s number',
  'outboxScreen.unknown.check.payment-note.create': 'Look in Mollie’s dashboard whether this note is on payment {subject}.',
  'outboxScreen.unknown.check.payment-note.update':
    'Look in Mollie’s dashboard whether the note on payment {subject} has this text.',
  'outboxScreen.unknown.check.payment-note.delete': 'Look in Mollie’s dashboard whether the note on payment {subject} is gone.',
  'outboxScreen.again.payment-note': 'What is on payment {subject} now is replaced by your note.',
  'settings.add.mollie': 'Mollie account',
  'settings.field.mode': 'Kind of key',
  'settings.field.mode.hint': 'As the key begins: live_ or test_.',
  'settings.mode.live': 'live_',
  'settings.mode.test': 'test_',
  'settings.field.url.mollie': 'Address of the API',
  'settings.field.url.mollie.hint': 'Leave this, unless Mollie gave you another address. Another server? Then the key is erased.',
  'settings.secret.mollie': 'API key',
  'settings.secret.hint.mollie':
    'In your Mollie dashboard, under Developers › API keys. An access token (access_) does not work here.',
  'shell.account.mollie.note': 'New notes on payments go to this account. Existing items stay where they are.',
} as const

/** What tables of notes on payments say. */
const bulk = {
  'bulkFile.number.payment-notes': 'Balie number at Mollie',
  'bulkFile.template.payment-notes': 'Payments',
  'bulkFile.heading.paymentID': 'Payment ID',
  'bulkScreen.field.paymentID': 'Payment',
  'bulkScreen.confirm.payment-note.create': '{count, plural, one {# new note} other {# new notes}}',
  'bulkScreen.confirm.payment-note.update': '{count, plural, one {# update} other {# updates}}',
  'bulkScreen.confirm.payment-note.delete': '{count, plural, one {# deletion} other {# deletions}}',
  'bulk.row.samePayment': 'Row {row, number} puts a note on this payment already. This row would replace it.',
  'bulk.row.knownPaymentNote': 'Balie has put a note on this payment already. This row would replace it.',
  'bulk.undo.otherPaymentNotes':
    'On {count, plural, one {# payment} other {# payments}} another item put a note as well. Where another note stands now, it is not deleted.',
} as const

/** The sentences of Mollie's folder. */
export const sentences = { ...main, ...payment, ...screens, ...bulk } as const
