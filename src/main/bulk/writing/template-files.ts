import { fieldsOf } from '#shared/domain/bulk.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkField } from '#shared/domain/bulk.ts'
import type { Language } from '../vocabulary/own-files.ts'

/** The columns of a template by names that the suggestion knows, so that a filled-in one needs no choices. */
const headings: Record<Language, Record<BulkField, string>> = {
  nl: {
    action: 'Actie',
    outletID: 'Outlet ID',
    saleID: 'Transactienummer',
    paymentMethodCode: 'Betaalmethode',
    text: 'Tekst',
    test: 'Test',
    invoice: 'Factuurnummer',
    customerName: 'Klantnaam',
    customerEmail: 'E-mailadres',
    category: 'Categorie',
    locale: 'Taal',
    message: 'Bericht',
    file: 'Bestand',
  },
  en: {
    action: 'Action',
    outletID: 'Outlet ID',
    saleID: 'Sale ID',
    paymentMethodCode: 'Payment method',
    text: 'Text',
    test: 'Test',
    invoice: 'Invoice',
    customerName: 'Customer name',
    customerEmail: 'E-mail address',
    category: 'Category',
    locale: 'Language',
    message: 'Message',
    file: 'File',
  },
}

/** Rows to fill in that are text already, so that Excel takes no zero off a number; on reading, blank ones are no rows. */
const emptyRows = 1000

/** The header of the file to fill in. It has no example row: an example that is left in would be sent. */
export const templateHeader = (kind: BulkKind, language: Language): string[] =>
  fieldsOf(kind).map((field) => headings[language][field])

/** The file to fill in, for `csvBytes` or `xlsxBytes`. */
export function templateRows(kind: BulkKind, language: Language, format: 'csv' | 'xlsx'): string[][] {
  const header = templateHeader(kind, language)
  return format === 'csv' ? [header] : [header, ...Array.from({ length: emptyRows }, () => header.map(() => ''))]
}
