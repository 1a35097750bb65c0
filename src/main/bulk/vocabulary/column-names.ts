/** Small letters and digits of a name, without accents, so that "E-mail adres", "e_mail_adres" and "eMailAdres" are one. */
export const comparable = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * How sure a name makes a field. `sure` names say it outright. `likely` ones do so in a clerk's own table, less in an export.
 * `loose` ones mean something else as often: they count only where what is in the column bears them out.
 */
export type Tier = 'sure' | 'likely' | 'loose'

/** What a field is called, the likelier name first; in small letters and digits alone. */
export type Names = Partial<Record<Tier, readonly string[]>>

/** How well a name fits a field: the tier first, then the place among its names, 0 best. */
export interface NameFit {
  tier: Tier
  rank: number
}

/** Words between those that say what a column is: "Tekst van de notitie", "Naam op factuur", "Reason for return". */
const between: ReadonlySet<string> = new Set('van de het een op of the for voor aan to'.split(' '))

/** A name without the words between; the name itself where it is nothing else. */
const bare = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !between.has(word.toLowerCase()))
    .map(comparable)
    .join('')

/** What forms and templates put behind the name of a field that must, or may, be filled in. */
const asked = /(?:verplicht|verplichtveld|required|mandatory|optioneel|optional|janee|yesno)$/

/**
 * How columns' names fit a field, ready for many of them; null is not at all. A field's name with its vendor's before or behind
 * it, as in "Vendor factuurnummer", means it even more.
 */
export function nameFitter(names: Names, vendor: RegExp | null): (columnName: string) => NameFit | null {
  const known = new Map(
    // From last to first, so that the first mention of a name counts.
    Object.entries(names)
      .flatMap(([tier, all]) => all.map((name, rank) => [name, { tier: tier as Tier, rank }] as const))
      .toReversed(),
  )
  return (columnName) => {
    const name = comparable(columnName)
    const fit = known.get(name) ?? known.get(name.replace(asked, '')) ?? known.get(bare(columnName))
    if (fit || !vendor?.test(name)) return fit ?? null
    return known.has(name.replace(vendor, '')) ? { tier: 'sure', rank: -1 } : null
  }
}

/** All that columns are called, whatever a table is of: by these the row is found that names them. Plain data, for a thread. */
export type HeaderNames = ReadonlySet<string>

export function headerNamesOf(fields: Iterable<Names>): HeaderNames {
  const names = new Set([...fields].flatMap((tiers) => Object.values(tiers).flat()))
  // So short that it stands in cells as well.
  names.delete('id')
  return names
}

/** Whether a cell is a name that columns have. */
export const isFieldName = (cell: string, names: HeaderNames): boolean =>
  cell.length <= 40 && (names.has(comparable(cell).replace(asked, '')) || names.has(bare(cell)))
