/** What a record that can't be read means for the person who made it. */
export const sentences = {
  'damage.item':
    'This item was damaged in storage. Balie will not send it. Check with the recipient whether it has arrived already.',
  'outbox.accountDamaged':
    "This account's details were damaged in storage. This item waits. Make the account anew and file the item there again.",
  'outbox.answerNotStored':
    'The answer came, but it could not be stored: the disk is full or cannot be written to. Free some space and keep Balie open; it goes on trying.',
  'bulk.rowDamaged': 'This row was damaged in storage and will not be sent. Open the file again to send the row after all.',
  'bulk.status.damaged': 'Damaged',
} as const
