/** The counter's own sentences. */
export const sentences = {
  'outcome.ticketTaken': 'The counter has accepted the question.',
  'placeholder.order': 'order',
} as const
