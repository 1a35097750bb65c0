import type { BulkField } from '#shared/domain/bulk.ts'
import { fieldNames, type Tier } from './field-names.ts'

/** Small letters and digits of a name, without accents, so that "E-mail adres", "e_mail_adres" and "eMailAdres" are one. */
export const comparable = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** How well a name fits a field: the tier first, then the place among its names, 0 best. */
export interface NameFit {
  tier: Tier
  rank: number
}

const fits = new Map(
  Object.entries(fieldNames).map(([field, tiers]) => [
    field,
    // From last to first, so that the first mention of a name counts.
    new Map(
      Object.entries(tiers)
        .flatMap(([tier, names]) => names.map((name, rank) => [name, { tier: tier as Tier, rank }] as const))
        .toReversed(),
    ),
  ]),
)

/** A field's names with the vendor's before or behind them, as in "DigiWallet transactienummer", mean it even more. */
const vendor = /digiwallet|targetpay/

/** What forms and templates put behind the name of a field that must, or may, be filled in. */
const asked = /(?:verplicht|verplichtveld|required|mandatory|optioneel|optional)$/

/** How a column's name fits a field; null is not at all. */
export function nameFit(field: BulkField, columnName: string): NameFit | null {
  const name = comparable(columnName)
  const known = fits.get(field)
  const fit = known?.get(name) ?? known?.get(name.replace(asked, ''))
  if (fit || !vendor.test(name)) return fit ?? null
  return known?.has(name.replace(vendor, '')) ? { tier: 'sure', rank: -1 } : null
}

const allNames = new Set([...fits.values()].flatMap((names) => [...names.keys()]))
// So short that it stands in cells as well.
allNames.delete('id')

/** Whether a cell is a name that columns have. */
export const isFieldName = (cell: string): boolean => cell.length <= 40 && allNames.has(comparable(cell).replace(asked, ''))
