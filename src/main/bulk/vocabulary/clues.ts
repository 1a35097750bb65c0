import type { BulkColumn, BulkField, FieldSource } from '#shared/domain/bulk.ts'
import type { Names, Tier } from './column-names.ts'
import { isCode, isEmail, isNoNumber, most, namelessThatHolds } from './cells.ts'
import { invoiceNames, orderNames, orderRemarkNames, referenceNames, remarkNames, words } from './common-names.ts'
import { placeholder } from './placeholder.ts'

/** What surrounds a column: the table it is one of. */
export interface Surroundings {
  /** Amounts beside a description make it that of an order or a payment, not what a clerk wants to say. */
  hasAmounts: boolean
  /** Products have categories and types of their own. */
  hasProducts: boolean
  hasRows: boolean
  /** A list of payments, in which a bare ID is that of the payment. */
  hasPayments: boolean
}

/** What a field is told by among the columns of a table. */
export interface FieldClues {
  names: Names
  /** Whether the name of any vendor may stand beside it, and not only that of the one it is for. */
  ofAnyVendor?: true
  /** Whether its name can mean it beside these columns, whatever is in it. */
  mayBe?(column: BulkColumn, tier: Tier, around: Surroundings): boolean
  /**
   * Whether what is in a column lets it be the field that its name says. Cells only ever speak against a name: where none is
   * filled, the name stands.
   */
  bearsOut?(samples: readonly string[], tier: Tier): boolean
  /** Whether cells speak for it, where several columns' names do. */
  isMeant?(samples: readonly string[]): boolean
}

/** A column that was found by its name. */
export interface NamedColumn {
  column: BulkColumn
  tier: Tier
}

/** The column of these that a field's clues fit best. */
export type FindColumn = (clues: FieldClues, columns: readonly BulkColumn[]) => NamedColumn | undefined

/** A source that is made of columns, where none of them is the field by itself. */
export interface MadeSource {
  source: FieldSource
  /** Whether a column that has the field's own name says more. */
  givesWayTo(named: NamedColumn, around: Surroundings): boolean
}

/** All that a plan for a table is suggested by. */
export interface Clues {
  fields: Partial<Record<BulkField, FieldClues>>
  /** What the vendor is called in names of columns. */
  vendor: RegExp
  /** Columns that no name told, by what is in them: what is told apart most surely comes first. */
  contents: readonly (readonly [BulkField, (column: BulkColumn) => boolean])[]
  made(columns: readonly BulkColumn[], find: FindColumn): Partial<Record<BulkField, MadeSource>>
  /** What every row shares where no column says otherwise. */
  defaults: Partial<Record<BulkField, string>>
}

const isNumber = (samples: readonly string[]) => !most(samples, isNoNumber) && samples.some((sample) => /\d/.test(sample))

/** What the number of an invoice is told by, and of an order in its place. */
export const invoiceClues: FieldClues = {
  names: { sure: invoiceNames, likely: orderNames, loose: referenceNames },
  bearsOut: isNumber,
}

/** Beside amounts a remark is seldom a clerk's own: it describes the payment, and in an order of products the customer made it. */
export const isOwnRemark: NonNullable<FieldClues['mayBe']> = (_column, tier, { hasAmounts, hasProducts }) =>
  tier === 'sure' || !hasAmounts || (tier === 'likely' && !hasProducts)

/** What is done with a note, as clerks call the column of it. */
export const actionClues: FieldClues = {
  names: { sure: words('actie action handeling bewerking operation actietype actiontype typeactie soortactie') },
}

/** What a note's text is told by, beside what it is called outright. */
export const noteTextClues = (sure: readonly string[]): FieldClues => ({
  names: {
    sure,
    likely: [...remarkNames, ...words('bericht message')],
    loose: orderRemarkNames,
  },
  mayBe: isOwnRemark,
  bearsOut: (samples, tier) => tier === 'sure' || !most(samples, (sample) => isCode(sample) || isEmail(sample)),
})

/** A column without a telling name that holds more than a word. */
export const holdsNoteTexts = namelessThatHolds((sample) => /\p{L}.*\s.*\p{L}|\p{L}.*\s.*\d/u.test(sample))

/** Whether a column of texts says more than a number would: in a clerk's own table remarks do, in an export they are the customer's. */
const saysMore = ({ tier }: NamedColumn, { hasAmounts }: Surroundings) => tier === 'sure' || (tier === 'likely' && !hasAmounts)

/** A text that is made of a column, for notes in tables that have none; it gives way to a column that says more. */
export const textMadeOf = (template: string): MadeSource => ({ source: { from: 'template', template }, givesWayTo: saysMore })

/** Most notes tell which invoice a payment ended up on, or which order it was. */
export function numberText(columns: readonly BulkColumn[], find: FindColumn): MadeSource | null {
  for (const [word, names] of [['Factuur', { sure: invoiceNames }] as const, ['Bestelling', { likely: orderNames }] as const]) {
    const found = find({ names, ofAnyVendor: true, bearsOut: isNumber }, columns)
    if (found) return textMadeOf(`${word} ${placeholder(found.column)}`)
  }
  return null
}
