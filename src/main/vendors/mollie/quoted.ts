const longestQuote = 200

/** A note as a sentence quotes it: one of somebody else may be as long as Mollie takes. */
export const quoted = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote).toWellFormed()}…` : text
