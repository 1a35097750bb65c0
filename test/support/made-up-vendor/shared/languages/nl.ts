/** The counter's own sentences. */
export const sentences = {
  'outcome.ticketTaken': 'Het loket heeft de vraag aangenomen.',
} as const
