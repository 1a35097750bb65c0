/** Above this an update is allowed with a warning, above the second it is refused (specs/decisions.md, "Text in the path"). */
export const pathWarnLength = 2000
export const pathMaxLength = 7500

/** A text is bounded so that one note cannot fill the disk; far above what an update's path can carry. */
export const noteTextMaxLength = 20_000

export type NoteTextProblem = 'blank' | 'tooLong' | 'loneSurrogate' | 'slash' | 'control' | 'onlyDots' | 'pathTooLong'

/**
 * Percent-encodes one path segment, once. Everything but RFC 3986's unreserved characters is encoded, so that nothing in
 * a text can be read as path, query or a second encoding.
 */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (char) => '%' + char.charCodeAt(0).toString(16).toUpperCase())
}

/** The line breaks and other control characters that a path segment cannot safely carry. */
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

/** The update's path, or its length for the counter; the text must be free of lone surrogates. */
export function updatePath(note: {
  outletID: string
  saleID: string
  paymentMethodCode: string
  text: string
  test: boolean
}): string {
  return `/sale-note/${[note.outletID, note.saleID, note.paymentMethodCode, note.text, note.test ? '1' : '0'].map(encodeSegment).join('/')}`
}

/**
 * What keeps this text from being sent, said while typing. An update travels in the URL's path, where many servers decode
 * `%2F` before they route: `invoice/1` could become the text `invoice` with `test=1`. So what a path cannot carry is refused.
 */
export function noteTextProblems(
  text: string,
  action: 'create' | 'update',
  pathLength: (text: string) => number,
): NoteTextProblem[] {
  const problems: NoteTextProblem[] = []
  if (text.trim() === '') problems.push('blank')
  if (text.length > noteTextMaxLength) problems.push('tooLong')
  if (!text.isWellFormed()) return [...problems, 'loneSurrogate']
  if (action === 'create') return problems
  if (/[/\\]/.test(text)) problems.push('slash')
  if (text.search(controlCharacters) !== -1) problems.push('control')
  if (/^\.+$/.test(text.trim())) problems.push('onlyDots')
  // No character takes less than one: a text that is longer by itself need not be encoded to know it.
  if (text.length > pathMaxLength || pathLength(text) > pathMaxLength) problems.push('pathTooLong')
  return problems
}

/** The numbers in the sentence about a problem. */
export const problemValues = (problem: NoteTextProblem, text: string): Record<string, number> =>
  problem === 'tooLong' ? { max: noteTextMaxLength, over: text.length - noteTextMaxLength } : { max: pathMaxLength }

/** The offered way out of `control`: each run of line breaks and control characters becomes one space. */
export function controlToSpaces(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(new RegExp(`(?:${controlCharacters.source})+`, 'g'), ' ')
}
