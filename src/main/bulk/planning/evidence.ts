import type { AccountSettings } from '#shared/vendors/index.ts'
import type { BulkColumn, BulkField } from '#shared/domain/bulk.ts'
import { paymentMethodOf, refusedMethodOf } from '../../vendors/digiwallet/bulk/payment-methods.ts'
import { comparable } from '../vocabulary/names.ts'
import type { Tier } from '../vocabulary/field-names.ts'

/** What a plan may take from the account: its outlets and whether its notes are tests. */
export type PlanAccount = Pick<Extract<AccountSettings, { kind: 'digiwallet' }>, 'outlets' | 'testDefault'>

/** What surrounds a column: its table, and the account it is read for. */
export interface Surroundings {
  account: PlanAccount | null
  /** Amounts beside a description make it that of an order or a payment, not what a clerk wants to say. */
  hasAmounts: boolean
  /** Products have categories and types of their own. */
  hasProducts: boolean
  hasRows: boolean
  /** A list of payments, in which a bare ID is that of the payment. */
  hasPayments: boolean
}

export function surroundingsOf(columns: readonly BulkColumn[], account: PlanAccount | null): Surroundings {
  const has = (pattern: RegExp) => columns.some(({ name }) => pattern.test(comparable(name)))
  return {
    account,
    hasAmounts: has(/bedrag|amount|total|totaal|saldo|currency|valuta|^prijs|^price|^debet$|^credit$|openstaand/),
    hasProducts: has(/^sku|product|artikel|lineitem|^item|quantity|^aantal/),
    hasRows: columns.some(({ samples }) => samples.length > 0),
    hasPayments: has(/^(consumer|consument)/) && has(/paymentmethod|betaalmethode|^method$|^methode$/),
  }
}

const most = (samples: readonly string[], test: (sample: string) => boolean) =>
  samples.filter((sample) => test(sample.trim())).length > samples.length / 2

/** "#1001", "10023" and "DEB-1001" are numbers of something, not what somebody is called. */
const isCode = (cell: string) => /^[^\p{L}]*$|^#|^\p{L}{0,5}[-_./ ]?\d[\d\-_./]*$/u.test(cell)
const isEmail = (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)
/** A date, an amount, a file, an address or what a payment provider calls its own records is not the number of anything. */
const isNoNumber = (cell: string) =>
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\D.*)?$|^[€$]?\s?-?[\d.]*\d,\d{2}$|^[€$]?\s?-?\d+\.\d{2}$|\.(pdf|png|jpe?g|docx?|heic)$/i.test(
    cell,
  ) ||
  /^[a-z]{2,4}_\w+$/.test(cell) ||
  cell.includes('@')
const isFileName = (cell: string) => /\.\w{2,5}$/.test(cell)
const isDigits = (cell: string) => /^[\d\s.,Ee+-]*\d[\d\s.,Ee+-]*$/.test(cell)
/** DigiWallet's outlets have five or six digits and its transactions eight or more, by its document's examples. */
const isSaleNumber = (cell: string) => /^[1-9]\d{6,11}$/.test(cell)

/** Whether one of the account's outlets is in every cell that is seen. */
export const holdsOutlets = (samples: readonly string[], account: PlanAccount | null) =>
  samples.length > 0 && samples.every((sample) => account?.outlets.some(({ id }) => id === sample.trim()))

/**
 * Whether what is in a column lets it be the field that its name says. Cells only ever speak against a name: where none is
 * filled, the name stands.
 */
export function bearsOut(field: BulkField, tier: Tier, { name, samples }: BulkColumn, around: Surroundings): boolean {
  if (field === 'saleID' && comparable(name) === 'id' && !around.hasPayments) return false
  if (field === 'category' && tier !== 'sure' && (around.hasProducts || (tier === 'loose' && around.hasAmounts))) return false
  if ((field === 'text' || field === 'message') && tier === 'loose' && around.hasAmounts) return false
  // An empty column in a table that has rows is only what its name says outright.
  if (samples.length === 0) return tier === 'sure' || !around.hasRows
  switch (field) {
    case 'outletID':
      if (tier === 'sure') return samples.some(isDigits)
      return around.account && around.account.outlets.length > 0
        ? holdsOutlets(samples, around.account)
        : samples.every((sample) => /^\d{4,6}$/.test(sample.trim()))
    case 'saleID':
      return tier === 'sure' ? samples.some(isDigits) : samples.every((sample) => isSaleNumber(sample.trim()))
    case 'paymentMethodCode':
      return tier === 'sure' || samples.some(namesMethod)
    case 'invoice':
      return !most(samples, isNoNumber) && samples.some((sample) => /\d/.test(sample))
    case 'customerName':
      return !most(samples, (sample) => isCode(sample) || sample.includes('@'))
    case 'customerEmail':
      return samples.some((sample) => sample.includes('@'))
    case 'text':
    case 'message':
      return tier === 'sure' || !most(samples, (sample) => isCode(sample) || isEmail(sample))
    case 'file':
      return tier === 'sure' || samples.some((sample) => isFileName(sample.trim()))
    // Words that are not known get their sentence in every row: left out, they would be taken for the default.
    case 'action':
    case 'test':
    case 'category':
    case 'locale':
      return true
  }
}

/** Whether a cell names a way to pay, one that notes take or not. */
export const namesMethod = (cell: string) => paymentMethodOf(cell) !== null || refusedMethodOf(cell) !== null
