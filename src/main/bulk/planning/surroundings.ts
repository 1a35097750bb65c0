import type { BulkColumn } from '#shared/domain/bulk.ts'
import type { Surroundings } from '../vocabulary/clues.ts'
import { comparable } from '../vocabulary/column-names.ts'

/** What a table's columns say of each other. */
export function surroundingsOf(columns: readonly BulkColumn[]): Surroundings {
  const has = (pattern: RegExp) => columns.some(({ name }) => pattern.test(comparable(name)))
  return {
    hasAmounts: has(/bedrag|amount|total|totaal|saldo|currency|valuta|^prijs|^price|^debet$|^credit$|openstaand/),
    hasProducts: has(/^sku|product|artikel|lineitem|^item|quantity|^aantal/),
    hasRows: columns.some(({ samples }) => samples.length > 0),
    hasPayments: has(/^(consumer|consument)/) && has(/paymentmethod|betaalmethode|^method$|^methode$/),
  }
}
