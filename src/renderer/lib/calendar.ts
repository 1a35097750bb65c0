/** Midnight here, so many days from a moment. */
export const day = (at: Date, days = 0): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate() + days)
/** Weeks begin on Monday, here and in the rest of Europe. */
export const monday = (at: Date, weeks = 0): Date => day(at, -((at.getDay() + 6) % 7) + weeks * 7)
export const month = (at: Date, months = 0): Date => new Date(at.getFullYear(), at.getMonth() + months, 1)
/** As a date field has it. */
export const dateField = (at: Date): string =>
  [
    String(at.getFullYear()).padStart(4, '0'),
    ...[at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')),
  ].join('-')
