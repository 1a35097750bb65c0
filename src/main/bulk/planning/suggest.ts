import { fieldsOf } from '#shared/domain/bulk.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkColumn, BulkField, BulkPlan, FieldSource } from '#shared/domain/bulk.ts'
import { isShorthand, paymentMethodOf } from '../../vendors/digiwallet/bulk/payment-methods.ts'
import { actionOf, testOf } from '../../vendors/digiwallet/bulk/words.ts'
import { namesTogether } from './customer-name.ts'
import { bearsOut, holdsOutlets, namesMethod, surroundingsOf, type PlanAccount, type Surroundings } from './evidence.ts'
import { invoiceNames, orderNames, type Tier } from '../vocabulary/field-names.ts'
import { comparable, nameFit } from '../vocabulary/names.ts'
import { placeholder } from './template.ts'
import { columnLetters } from '../vocabulary/column-letters.ts'

/**
 * A first plan: by the names of the columns as far as what is in them bears them out, then by what is in columns without a
 * name, then what is the same for every row. A field that is left open costs a choice, a wrong one a run: where two columns
 * could be it, or the name says something else, nothing is suggested.
 */
export function suggestPlan(kind: BulkKind, columns: readonly BulkColumn[], account: PlanAccount | null): BulkPlan {
  const around = surroundingsOf(columns, account)
  const sources: BulkPlan['sources'] = {}
  const free = new Set(columns)
  const give = (field: BulkField, column: BulkColumn | undefined) => {
    if (!column || sources[field]) return
    sources[field] = { from: 'column', column: column.index }
    free.delete(column)
  }
  const numbers = kind === 'notes' ? numberTemplate(columns, around) : null
  const person = kind === 'disputes' ? namesTogether(columns.filter(({ hidden }) => !hidden)) : null
  for (const field of fieldsOf(kind)) {
    const found = bestNamed(field, [...free], around)
    if (field === 'text' && numbers && found && !saysMore(found.tier, around)) continue
    if (field === 'customerName' && person && found?.tier !== 'sure') continue
    give(field, found?.column)
  }
  for (const [field, looksLike] of contents[kind]) {
    const candidates = [...free].filter((column) => !column.hidden && column.samples.length > 0 && looksLike(column, around))
    // Two columns that could be it are a question for the person.
    if (candidates.length === 1) give(field, candidates[0])
  }
  const made = { ...(numbers ? { text: numbers } : {}), ...(person ? { customerName: person } : {}) }
  return { sources: { ...defaults(kind, account), ...made, ...sources } }
}

/** Whether a column of texts says more than a number would: in a clerk's own table remarks do, in an export they are the customer's. */
const saysMore = (tier: Tier, { hasAmounts }: Surroundings) => tier === 'sure' || (tier === 'likely' && !hasAmounts)

const tiers: readonly Tier[] = ['sure', 'likely', 'loose']

interface Named {
  column: BulkColumn
  tier: Tier
}

/** The column whose name fits best; one with nothing in it comes after all that have something. */
function bestNamed(field: BulkField, columns: readonly BulkColumn[], around: Surroundings): Named | undefined {
  const order = (column: BulkColumn, { tier, rank }: { tier: Tier; rank: number }) => [
    // What nobody sees in Excel is not what a clerk means.
    Number(column.hidden === true),
    Number(column.samples.length === 0),
    tiers.indexOf(tier),
    // Shops have a method's code of their own beside its title.
    Number(field === 'paymentMethodCode' && !column.samples.some(namesMethod)),
    rank,
  ]
  const ranked = columns.flatMap((column) => {
    const fit = nameFit(field, column.name)
    return fit && bearsOut(field, fit.tier, column, around) ? [{ column, tier: fit.tier, order: order(column, fit) }] : []
  })
  return ranked.toSorted((a, b) => compared(a.order, b.order))[0]
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

type Content = readonly [BulkField, (column: BulkColumn, around: Surroundings) => boolean]

/** A column without a name of its own: what is in it is all there is to go by. */
const isNameless = ({ name, index }: BulkColumn) =>
  name === columnLetters(index) || /^(kolom|column|veld|field|unnamed)\W*\d*$/i.test(name.trim())

const holds =
  (test: (sample: string) => boolean) =>
  ({ samples }: BulkColumn) =>
    samples.every((sample) => test(sample.trim()))
const namelessThatHolds = (test: (sample: string) => boolean) => (column: BulkColumn) => isNameless(column) && holds(test)(column)

/** Addresses in a column with such a name are those of somebody else than the customer. */
const someoneElse =
  /medewerker|employee|behandelaar|verkoper|seller|afzender|sender|gebruiker|user|agent|winkel|shop|store|leverancier|supplier|vendor|ship|bezorg|aflever/

const aboutPaying = /betaa?l|pay|method|card|kaart|wijze/

/** In the order in which they take a column: what is told apart most surely comes first. */
const contents: Record<BulkKind, readonly Content[]> = {
  notes: [
    ['outletID', ({ samples }, { account }) => holdsOutlets(samples, account)],
    // Banks write how money was moved in the same words.
    [
      'paymentMethodCode',
      (column) =>
        (isNameless(column) || aboutPaying.test(comparable(column.name))) &&
        holds((sample) => paymentMethodOf(sample) !== null && !isShorthand(sample))(column),
    ],
    // Digits are methods, actions and test marks to nobody; `1` and `0` are tests only where a column is named so.
    ['action', namelessThatHolds((sample) => !/^\d/.test(sample) && actionOf(sample) !== null)],
    ['test', namelessThatHolds((sample) => !/^\d/.test(sample) && testOf(sample) !== null)],
    ['saleID', namelessThatHolds((sample) => /^\d{7,12}$/.test(sample))],
    ['text', namelessThatHolds((sample) => /\p{L}.*\s.*\p{L}|\p{L}.*\s.*\d/u.test(sample))],
  ],
  disputes: [
    [
      'customerEmail',
      (column) =>
        !someoneElse.test(comparable(column.name)) && holds((sample) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sample))(column),
    ],
    ['file', holds((sample) => /\.(png|pdf|jpe?g|docx?|heic)$/i.test(sample))],
    ['locale', namelessThatHolds((sample) => /^(nl|en|de|fr)([-_][a-z]{2})?$/i.test(sample))],
  ],
}

/** What every row shares when no column says otherwise. */
function defaults(kind: BulkKind, account: PlanAccount | null): BulkPlan['sources'] {
  if (kind === 'disputes') return { locale: { from: 'fixed', value: 'nl' } }
  const [outlet, ...others] = account?.outlets ?? []
  return {
    action: { from: 'fixed', value: 'create' },
    ...(outlet && others.length === 0 ? { outletID: { from: 'fixed', value: outlet.id } } : {}),
    ...(account && account.testDefault !== 'ask'
      ? { test: { from: 'fixed', value: account.testDefault === 'on' ? '1' : '0' } }
      : {}),
  }
}

/** Most notes tell which invoice a sale ended up on, or which order it was. */
function numberTemplate(columns: readonly BulkColumn[], around: Surroundings): FieldSource | null {
  for (const [word, names] of [['Factuur', invoiceNames] as const, ['Bestelling', orderNames] as const]) {
    const found = bestNamed(
      'invoice',
      columns.filter(({ name }) => names.includes(comparable(name))),
      around,
    )
    if (found) return { from: 'template', template: `${word} ${placeholder(found.column)}` }
  }
  return null
}
