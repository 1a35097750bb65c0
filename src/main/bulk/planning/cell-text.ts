import type { MessageId } from '#shared/languages/index.ts'
import { identifierText } from '#shared/domain/identifier-text.ts'
import type { Message } from '#shared/domain/message.ts'
import type { CellFlag } from '../vocabulary/table-row.ts'

/** What a cell says: its text as Excel shows it, or why it says nothing that could be sent. */
export interface CellText {
  text: string
  problem?: MessageId
  warning?: MessageId
}

/** Cells whose text is not what was typed, or meant: a person has to look at them. */
const wrongCells: Partial<Record<CellFlag, MessageId>> = {
  'digits-lost': 'bulk.row.digitsLost',
  error: 'bulk.row.errorValue',
  'no-result': 'bulk.row.noResult',
  'formula-text': 'bulk.row.noResult',
  unshown: 'bulk.row.unshown',
  'open-quote': 'bulk.row.openQuote',
  stray: 'bulk.row.stray',
}

/** Cells that show well and are no name: a number in the format of money or of a day was meant as such, or made so by Excel. */
const noNames: Partial<Record<CellFlag, MessageId>> = {
  amount: 'bulk.row.amountAsName',
  percent: 'bulk.row.amountAsName',
  date: 'bulk.row.dateAsName',
}

/** The errors of Excel, LibreOffice and Google in any language, and a column that was too narrow: `#N/B`, `#VERW!`, `Err:502`. */
const errorValue = /^(?:#N\/?[A-Z]{1,2}(?: N\/A)?|#[\p{Lu}\d/_ ]{2,20}[!?]|#GETTING_DATA|#{2,}|(?:Err|Fout|Fehler)\s?:\s?\d{3})$/u

/** What Excel makes of a long number when it saves a CSV, and other programs of any: `1,23457E+15`, `2E+10`, `1.2345678E7`. */
const shortened = /^[+-]?\d{1,3}(?:[.,]\d+)?E[+-]?\d{1,3}$/i

/** What programs, and people, write where they have nothing. */
const nothing =
  /^(?:null|nil|nan|none|undefined|\\n|<null>|\(null\)|\[object object\]|n\/[ab]|n\.?[vb]\.?t\.?|geen|leeg|onbekend|unknown|empty|missing|tbd|[^\p{L}\p{N}]+)$/iu
/** In a text a person may mean those words; these only a program writes, be it for each part of a name. */
const nothingAtAll = /^(?:(?:null|NULL|NaN|undefined|<null>|\(null\)|\\N|\[object Object\])(?:\s+|$))+$/

/** A cell of several lines, and what stands between numbers of one. */
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/
const between = /\s*[,;&+]\s*|\s+(?:en|and|tot|t\/m|-|–)\s+/i
const longestList = 1000
/** Between numbers that begin alike and are as long; between others it is part of one. */
const betweenAlike = /\s*[/|\\]\s*|\s+/
const alike = 3

/** A letter as a web page spells it: shops export what they show. */
const entity =
  /&(?:amp|lt|gt|quot|apos|nbsp|euro|[a-z](?:acute|grave|uml|circ|cedil|tilde)|[lr][ds]quo|#\d{1,6}|#x[\da-f]{1,6});/i

/** Excel's way to keep zeros in a CSV. */
const textFormula = /^=(?:T\()?"((?:[^"]|"")*)"\)?$/

/** An apostrophe that keeps a formula from being one, or a number from being a number; `'s avonds` has one of its own. */
const apostrophe = /^'(?=[=+\-@＝＋－＠]|[\d.,-]+$)/

const typedBlank = /[ \t\r\n]/
const pointZero = /^\d+[.,]0+$/

const plainName = /^\d+$/
const plainText = /^(?!Err|Fout|Fehler|undefined|NaN|null|NULL)\p{L}[^&]*$|^\d[\d:./-]*$/u

/** Digits, or a text that begins with letters and with no error: so are most cells, and they are what they say. */
export const isPlain = (cell: string, isName: boolean): boolean => (isName ? plainName : plainText).test(cell)

/** Reads a cell for a field. What is taken off it was put there by a program, and is said where it is part of a name. */
export function cellText(cell: string, flag: CellFlag | undefined, isName: boolean): CellText {
  const problem = flag && (wrongCells[flag] ?? (isName ? noNames[flag] : undefined))
  if (problem) return { text: cell, problem }
  const trimmed = cell.trim()
  if (errorValue.test(trimmed)) return { text: cell, problem: 'bulk.row.errorValue' }
  if (shortened.test(trimmed)) return { text: cell, problem: 'bulk.row.shortened' }
  if (isName ? nothing.test(trimmed) : nothingAtAll.test(trimmed)) return { text: cell, problem: 'bulk.row.nothing' }
  if (isName && holdsSeveral(trimmed)) return { text: cell, problem: 'bulk.row.severalNumbers' }
  const formula = textFormula.exec(trimmed)?.[1]?.replaceAll('""', '"')
  const bare = (formula ?? cell).replace(apostrophe, '')
  if (!isName) return { text: bare, ...(flag === 'garbled' || entity.test(bare) ? { warning: 'bulk.row.garbled' } : {}) }
  const text = identifierText(bare)
  if (text !== withoutTypedBlanks(bare)) return { text, warning: 'bulk.row.invisible' }
  if (entity.test(text)) return { text, warning: 'bulk.row.garbled' }
  if (bare !== (formula ?? cell)) return { text, warning: 'bulk.row.apostrophe' }
  return pointZero.test(text) ? { text, warning: 'bulk.row.pointZero' } : { text: bare }
}

/** SECURITY: sign by sign, because an expression tries a long row of blanks within a cell from each of them anew. */
function withoutTypedBlanks(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && typedBlank.test(text.charAt(from))) from += 1
  while (to > from && typedBlank.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** Numbers of one row are told from parts of one number by being alike. */
function holdsSeveral(text: string): boolean {
  if (lineBreak.test(text)) return true
  const partsBy = (separator: RegExp) => text.slice(0, longestList).split(separator)
  const areAlike = ([first = '', ...others]: readonly string[], isNumber: (part: string, first: string) => boolean) =>
    others.length > 0 && [first, ...others].every((part) => part.length === first.length && isNumber(part, first))
  return (
    areAlike(partsBy(between), (part) => /\d{3}/.test(part) && !/\s/.test(part)) ||
    areAlike(partsBy(betweenAlike), (part, first) => /^\d{6,}$/.test(part) && part.startsWith(first.slice(0, alike)))
  )
}

/** The sentence for a cell. */
export const cellMessage = (id: MessageId, column: string, value: string): Message => ({ id, values: { column, value } })
