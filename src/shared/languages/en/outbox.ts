/** Why an item in the outbox stands as it does, where no answer of a vendor says so, and what a review warns of. */
export const sentences = {
  'outbox.interrupted': 'Balie stopped while this item was under way. It may have arrived.',
  'outbox.interruptedUnsent': 'Balie stopped before this item was sent. Nothing was changed; it will still be sent.',
  'outbox.asksAfterDay': 'This item has waited for more than a day. Say whether it may still be sent.',
  'outbox.triedEarlier': 'Balie does not send this again. An earlier try may have arrived: look that up.',
  'outbox.repeating': 'Balie sends this again and that gives the same result; it does no harm.',
  'outbox.repeatsOver': 'The outcome stayed unknown for ten minutes. Say yourself whether this item may be sent again.',
  'outbox.superseded': 'A newer item for the same note takes the place of this one. This item will not be sent again.',
  'outbox.withdrawn': 'Taken back before it was sent.',
  'outbox.arrivedByPerson': 'You said that it arrived.',
  'outbox.sentAgainByPerson': 'You chose to send it again.',
  'outbox.closedByPerson': 'You closed this item without its outcome becoming known.',
  'outbox.deletedEarlier': 'The note is gone: the earlier try had deleted it.',
  'outbox.lookedUp.arrived': 'Balie looked it up: this arrived.',
  'outbox.lookedUp.notArrived': 'Balie looked it up: this did not arrive. It can be sent again.',
  'outbox.lookedUp.asks':
    'Balie looked it up: something else stands there now than before this try, and not what you sent either. Compare the texts and choose.',
  'outbox.lookedUp.again': 'Balie looks up once more whether this arrived.',
  'outbox.accountPaused': "Waits: this account's key was rejected. Enter the right key in Settings.",
  'outbox.waitsForEarlier': 'Waits for an earlier item for the same note.',
  'outbox.waitsForRun': 'Waits for its turn in the bulk run.',
  'outbox.hostNotAllowed':
    'Your organisation does not allow sending to this server. Ask your administrator, or take this item back.',
  'outbox.productionNotAllowed':
    'Your organisation does not let you really send with this account. Ask your administrator, or take this item back.',
  'outbox.accountMoved': "This account's address has changed since you filed this item. Take it back and file it again.",
  'outbox.fileLost': 'The file of this item can no longer be read. Edit the item and attach the file again.',
  'outbox.keyMissing': 'There is no key for this account. Fill in the key in Settings › Accounts.',
  'outbox.keyLocked': "Your computer's keychain is locked. Unlock it, then release this item.",
  'outbox.keyDenied': 'Your computer gave Balie no access to the keychain. Give access, then release this item.',
  'outbox.keyBroken':
    'Balie cannot reach the keychain, because a part of Balie does not load. Install Balie again, then release this item.',
  'outbox.noKeychain': 'This computer has no keychain. Fill in the key for this session in Settings › Accounts.',
  'outbox.practiceStopped': 'The practice environment is not running. Start Balie again.',
  'review.invoiceDisputedBefore':
    'Balie on this computer filed a dispute for invoice {invoice} before. What another computer sent, Balie does not know.',
  'review.noteExists':
    'Balie on this computer already made a note for this transaction. Choose Update to replace it, or go on for a second one.',
  'review.newestUnknown': 'The outcome of an earlier item for this note is unknown. This item takes its place.',
  'review.noteDeleted': 'Balie on this computer deleted this note. Check that there is one again.',
  'review.replacesUnseen': 'This replaces whatever is there now. Balie cannot show the current text.',
  'review.deletesUnseen': 'This deletes whatever is there now. Balie cannot show the current text.',
} as const
