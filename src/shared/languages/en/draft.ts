/** Sentences about drafts and their way into the outbox, the same for disputes and notes. */
export const sentences = {
  'draft.untitled': 'Untitled draft',
  'draft.elsewhere': '{count, plural, one {# draft belongs to another account.} other {# drafts belong to another account.}}',
  'draft.duplicate': 'Duplicate',
  'draft.duplicated': 'Copy of the draft made',
  'draft.duplicated.noFile': "Copy of the draft made, without the file. Attach this customer's file.",
  'draft.remove': 'Discard',
  'draft.removed': 'Draft discarded',
  'draft.restored': 'Draft put back as it was',
  'draft.undo': 'Undo',
  'draft.accountGone': 'The account of this draft no longer exists. Copy what you need into a new draft.',
  'draft.notSaved': 'The draft is not saved yet. Wait until it is saved and try again.',
  'draft.refused': '{vendor} rejected this',
  'draft.review': 'Review and submit',
  'draft.review.to': 'Goes to',
  'draft.review.host': '{account} at {host}',
  'draft.review.back': 'Back to draft',
  'draft.review.submit': 'Submit',
  'draft.review.anyway': 'Submit anyway',
  'draft.review.openEarlier': 'View earlier item',
  'draft.review.hold':
    '{seconds, plural, =0 {Leaves at once.} one {Leaves after # second. Until then you can take it back.} other {Leaves after # seconds. Until then you can take it back.}}',
} as const
