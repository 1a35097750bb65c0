/** The counter's own sentences. */
export const sentences = {
  'outcome.ticketTaken': 'Het loket heeft de vraag aangenomen.',
  'placeholder.order': 'bestelling',
} as const
