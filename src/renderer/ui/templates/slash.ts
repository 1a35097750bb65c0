/** A word behind a slash at the start of a line: a text is being looked for. */
export interface Slash {
  /** Where the slash stands. */
  readonly from: number
  readonly search: string
}

/** What is being looked for where the cursor stands; null where that is no search. */
export function slashAt(text: string, cursor: number): Slash | null {
  const from = text.lastIndexOf('\n', cursor - 1) + 1
  const line = text.slice(from, cursor)
  return /^\/[^/\n]{0,40}$/.test(line) ? { from, search: line.slice(1) } : null
}
