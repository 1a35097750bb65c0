const marks = /\p{M}+/gu

const plain = /^[\0-\x7f]*$/

/** As searches compare letters, on screen and in the index: neither case nor accents count. */
export const folded = (text: string): string =>
  // Most text has no accents to take off, and a search looks through all there is.
  plain.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(marks, '').toLowerCase()
