const marks = /\p{M}+/gu

/** As searches compare letters, on screen and in the index: neither case nor accents count. */
export const folded = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase()
