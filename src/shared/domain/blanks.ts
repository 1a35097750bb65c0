/** A part of a text that is still to be filled in: a name in braces. */
export interface Blank {
  /** As it stands there, braces included. */
  readonly whole: string
  readonly name: string
  readonly start: number
}

/** A name begins with a letter, so that JSON and formulas that somebody pastes are no blanks. */
const blank = /\{[ \t]*(\p{L}[\p{L}\p{N} _./’'-]{0,58})[ \t]*\}/gu

/** What is still to be filled in, in the order of the text. */
export const blanksIn = (text: string): Blank[] =>
  // Nearly every text has none, and it is asked with every key.
  text.includes('{')
    ? Array.from(text.matchAll(blank), ({ 0: whole, 1: name = '', index }) => ({ whole, name: name.trim(), start: index }))
    : []

/** Each blank once, as it stands there. */
export const blankNames = (text: string): string[] => [...new Set(blanksIn(text).map(({ whole }) => whole))]

/** A line to write on is told by its beginning. */
const longestLine = 5
const line = /_{3,}/

/** More than these are not read. */
const shownBlanks = 10

/** What tells of something still to be filled in, for a sentence: each blank once, and the line that letters have in their place. */
export const unfilledIn = (text: string): string => {
  const [found] = text.includes('___') ? (line.exec(text) ?? []) : []
  const names = found === undefined ? blankNames(text) : [...blankNames(text), found.slice(0, longestLine)]
  return names.slice(0, shownBlanks).join(', ')
}

/** The text with the blanks filled that have a value; the others stay as they are. */
export const withValues = (text: string, valueOf: (name: string) => string): string =>
  text.replaceAll(blank, (whole: string, name: string) => valueOf(name.trim()) || whole)

/** Shorter than this, a value says nothing by itself. */
const fewestSigns = 2

/**
 * The text with blanks in the place of these values, so that it can be used for another customer. A value counts where it stands by
 * itself, not within a longer word or number; of two that begin alike the longer one.
 */
export function withoutValues(text: string, values: readonly { readonly name: string; readonly value: string }[]): string {
  const names = new Map(
    values
      .map(({ name, value }) => [value.trim(), name] as const)
      .filter(([value]) => value.length >= fewestSigns)
      .toSorted(([one], [other]) => other.length - one.length),
  )
  if (names.size === 0) return text
  const any = [...names.keys()].map((value) => value.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|')
  return text.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{N}{])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'),
    (value) => `{${names.get(value) ?? ''}}`,
  )
}
