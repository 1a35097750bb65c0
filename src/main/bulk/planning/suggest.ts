import { fieldsOf, type BulkColumn, type BulkField, type BulkPlan } from '#shared/domain/bulk.ts'
import { vendorName, vendors, type BulkKind } from '#shared/domain/kinds.ts'
import type { Clues, FieldClues, NamedColumn, Surroundings } from '../vocabulary/clues.ts'
import { comparable, nameFitter, type NameFit, type Tier } from '../vocabulary/column-names.ts'
import { surroundingsOf } from './surroundings.ts'

/**
 * A first plan: by the names of the columns as far as what is in them bears them out, then by what is in columns without a
 * name, then what is the same for every row. A field that is left open costs a choice, a wrong one a run: where two columns
 * could be it, or the name says something else, nothing is suggested.
 */
export function suggestPlan(kind: BulkKind, clues: Clues, columns: readonly BulkColumn[]): BulkPlan {
  const fields = fieldsOf(kind)
  const around = surroundingsOf(columns)
  const find = (field: FieldClues, among: readonly BulkColumn[]) => bestNamed(field, among, around, clues.vendor)
  const sources: BulkPlan['sources'] = {}
  const free = new Set(columns)
  const give = (field: BulkField, column: BulkColumn | undefined) => {
    if (!column || sources[field]) return
    sources[field] = { from: 'column', column: column.index }
    free.delete(column)
  }
  const made = clues.made(columns, find)
  for (const field of fields) {
    const known = clues.fields[field]
    const named = known && find(known, [...free])
    if (named && made[field]?.givesWayTo(named, around) !== false) give(field, named.column)
  }
  for (const [field, looksLike] of clues.contents) {
    const candidates = [...free].filter((column) => !column.hidden && column.samples.length > 0 && looksLike(column))
    // Two columns that could be it are a question for the person.
    if (candidates.length === 1) give(field, candidates[0])
  }
  const open = fields.filter((field) => !sources[field])
  for (const field of open) {
    const value = clues.defaults[field]
    const source = made[field]?.source ?? (value === undefined ? undefined : { from: 'fixed' as const, value })
    if (source) sources[field] = source
  }
  return { sources }
}

const tiers: readonly Tier[] = ['sure', 'likely', 'loose']
const anyVendor = new RegExp(vendors.map((vendor) => comparable(vendorName(vendor))).join('|'))

/** The column whose name fits best; one with nothing in it comes after all that have something. */
function bestNamed(
  field: FieldClues,
  columns: readonly BulkColumn[],
  around: Surroundings,
  vendor: RegExp,
): NamedColumn | undefined {
  const fitOf = nameFitter(field.names, field.ofAnyVendor ? anyVendor : vendor)
  const order = ({ hidden, samples }: BulkColumn, { tier, rank }: NameFit) => [
    // What nobody sees in Excel is not what a clerk means.
    Number(hidden === true),
    Number(samples.length === 0),
    tiers.indexOf(tier),
    Number(field.isMeant?.(samples) === false),
    rank,
  ]
  const ranked = columns.flatMap((column) => {
    const fit = fitOf(column.name)
    return fit && isBorneOut(field, fit.tier, column, around) ? [{ column, tier: fit.tier, order: order(column, fit) }] : []
  })
  return ranked.toSorted((a, b) => compared(a.order, b.order))[0]
}

function isBorneOut(field: FieldClues, tier: Tier, column: BulkColumn, around: Surroundings): boolean {
  if (field.mayBe?.(column, tier, around) === false) return false
  // An empty column in a table that has rows is only what its name says outright.
  if (column.samples.length === 0) return tier === 'sure' || !around.hasRows
  return field.bearsOut?.(column.samples, tier) !== false
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
