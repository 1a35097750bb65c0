/** A file that means harm, or was made by a program that did not care, and what has to come of it. */
export interface HostileFile {
  name: string
  bytes: () => Uint8Array | string
  /** The sentence it is refused with, or the table it gives, header and all. */
  gives: string | { cells: readonly (readonly string[])[] } | { rows: number }
}

/** Refused with this sentence. */
export const refused = (name: string, gives: string, bytes: HostileFile['bytes']): HostileFile => ({ name, gives, bytes })

/** Read as this table, its first row no header. */
export const read = (name: string, cells: readonly (readonly string[])[], bytes: HostileFile['bytes']): HostileFile => ({
  name,
  gives: { cells },
  bytes,
})

/** Read as so many rows, whatever stands in them. */
export const counted = (name: string, rows: number, bytes: HostileFile['bytes']): HostileFile => ({
  name,
  gives: { rows },
  bytes,
})
