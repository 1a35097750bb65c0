/**
 * What the index of history has beside an item's texts, in signs that no keyboard types: see migration 12. Each stands for three
 * letters, as the index wants them. They find candidates; the columns themselves decide.
 */
const facetSigns = { state: 0xe011, kind: 0xe012, account: 0xe013, environment: 0xe014, test: 0xe015, run: 0xe016 } as const
const sign = (of: keyof typeof facetSigns, pair: string): string => `${String.fromCharCode(facetSigns[of])}${pair}`
const ends = (word: string): string => `${word.charAt(0)}${word.charAt(word.length - 1)}`

export const stateSign = (state: string): string => sign('state', ends(state))
export const kindSign = (kind: string): string => sign('kind', `${kind.charAt(0)}${kind.charAt(kind.indexOf('.') + 1)}`)
export const accountSign = (id: string): string => sign('account', id.slice(0, 2))
export const environmentSign = (environment: string): string => sign('environment', ends(environment))
export const testSign = (test: boolean): string => sign('test', test ? 't1' : 't0')
export const runSign = (run: number): string =>
  sign('run', String.fromCharCode(0x4e00 + (run % 2000), 0x4e00 + (Math.floor(run / 2000) % 2000)))

const mark = '\uE000'
/** One or two letters, as a number or a name begins. */
export const beginningSign = (letters: string): string =>
  Array.from(mark + mark + letters)
    .slice(-3)
    .join('')

/** Where in an item something was found. */
export type HitPlace = 'line' | 'text' | 'attachment' | 'answer'
const placeOfSign: Readonly<Record<string, HitPlace>> = {
  '\uE021': 'line',
  '\uE022': 'text',
  '\uE023': 'attachment',
  '\uE024': 'answer',
}

export interface Part {
  place: HitPlace
  text: string
}

/** The texts of an item in the index, by where they stand; what it is beside its texts is left out. */
export function partsOf(indexed: string): Part[] {
  return indexed.split(/\n(?=[\uE021-\uE024])/).flatMap((piece): Part[] => {
    const place = placeOfSign[piece.charAt(0)]
    if (!place) return []
    if (place !== 'line') return [{ place, text: piece.slice(1) }]
    // A list shows what it is about, and of whom; the beginning of its text comes after these.
    const [subject = '', context = '', ...text] = piece.slice(1).split('\n')
    const line: Part = { place, text: `${subject}\n${context}` }
    return [line, { place: 'text', text: text.join('\n') }]
  })
}

/** What begins a number or a name of the item. */
export const beginningsOf = (indexed: string): string[] =>
  indexed
    .slice(0, indexed.search(/[\uE021]/))
    .split('\n')
    .filter((line) => line.startsWith(mark + mark))
    .map((line) => line.slice(2))
