import type { BulkColumn } from '#shared/domain/bulk.ts'
import { columnLetters } from './column-letters.ts'

/** Whether more than half of what is seen of a column is so. */
export const most = (samples: readonly string[], test: (sample: string) => boolean): boolean =>
  samples.filter((sample) => test(sample.trim())).length > samples.length / 2

/** "#1001", "10023" and "DEB-1001" are numbers of something, not what somebody is called. */
export const isCode = (cell: string): boolean => /^[^\p{L}]*$|^#|^\p{L}{0,5}[-_./ ]?\d[\d\-_./]*$/u.test(cell)

export const isEmail = (cell: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)

/** A date, an amount, a file, an address or what a payment provider calls its own records is not the number of anything. */
export const isNoNumber = (cell: string): boolean =>
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\D.*)?$|^[€$]?\s?-?[\d.]*\d,\d{2}$|^[€$]?\s?-?\d+\.\d{2}$|\.(pdf|png|jpe?g|docx?|heic)$/i.test(
    cell,
  ) ||
  /^[a-z]{2,4}_\w+$/.test(cell) ||
  cell.includes('@')

export const isDigits = (cell: string): boolean => /^[\d\s.,Ee+-]*\d[\d\s.,Ee+-]*$/.test(cell)

/** A column without a name of its own: what is in it is all there is to go by. */
export const isNameless = ({ name, index }: BulkColumn): boolean =>
  name === columnLetters(index) || /^(kolom|column|veld|field|unnamed)\W*\d*$/i.test(name.trim())

/** Whether all that is seen of a column is so. */
export const holds =
  (test: (sample: string) => boolean) =>
  ({ samples }: BulkColumn): boolean =>
    samples.every((sample) => test(sample.trim()))

export const namelessThatHolds =
  (test: (sample: string) => boolean) =>
  (column: BulkColumn): boolean =>
    isNameless(column) && holds(test)(column)
