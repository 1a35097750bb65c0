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
  'bulkScreen.decide.title': '{count, plural, one {# row} other {# rows}} of unknown outcome',
  'bulkScreen.decide.text':
    'Balie sent these rows but got no clear answer from {vendor}. Look at {vendor} whether they are there before you choose.',
  'bulkScreen.decide.question': 'Are they at {vendor}?',
  'bulkScreen.decide.arrived': 'Yes, they arrived',
  'bulkScreen.decide.arrived.text': 'They become Sent, without a number of {vendor}.',
  'bulkScreen.decide.arrived.title': 'Mark {count, plural, one {# row} other {# rows}} as arrived?',
  'bulkScreen.decide.arrived.sure':
    '{count, plural, one {# row then counts} other {# rows then count}} as sent because you say so; {vendor} has not confirmed it.',
  'bulkScreen.decide.send-again': 'No, send them again',
  'bulkScreen.decide.send-again.text': 'If one was there after all, it will be at {vendor} twice.',
  'bulkScreen.decide.send-again.title': 'Send {count, plural, one {# row} other {# rows}} again?',
  'bulkScreen.decide.send-again.sure':
    '{count, plural, one {# row goes} other {# rows go}} to {vendor} once more. What was already there will be there twice.',
  'bulkScreen.decide.next': 'Next',
  'bulkScreen.decide.oneByOne': 'Do you know it row by row? Open the row in History and decide there.',
} as const
