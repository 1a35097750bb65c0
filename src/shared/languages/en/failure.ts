/** Why something a person asked for did not happen, and what to do. */
export const sentences = {
  'failure.invalid': 'Check the marked fields.',
  'failure.gone': 'This item is no longer there. Refresh the list.',
  'failure.tooLate': 'This item has moved on. See how it stands now.',
  'failure.untrusted': 'This request did not come from the Balie window. Start Balie again.',
  'failure.internal': 'This failed because of an error in Balie. Your text is kept. Try again.',
  'failure.diskFull': 'The disk is full. Free some space; keep this window open, your text stays on the screen.',
  'failure.diskError': 'The disk gave an error. Keep this window open and ask your administrator for help.',
  'failure.diskReadOnly': 'Balie has no permission to write here. Ask your administrator for write access to the data folder.',
} as const
