/** Step 5: what came of it, and what can still be done. */
export const sentences = {
  'bulkScreen.result.export': 'Save result',
  'bulkScreen.result.undo': 'Undo this run…',
  'bulkScreen.result.undoneBy': 'Go to the undo',
  'bulkScreen.result.decide': 'Decide on {count} unknown…',
  'bulkScreen.retry': 'Try again',
  'bulkScreen.retry.rejected': 'Retry rejected rows',
  'bulkScreen.retry.not-sent': 'Send the rows not sent',
  'bulkScreen.retry.left-out': 'Send the rows that stayed behind',
  'bulkScreen.retry.all': 'All of these rows',
  'bulkScreen.decide.oneByOne': 'Do you know it row by row? Open the row in History and decide there.',
} as const
