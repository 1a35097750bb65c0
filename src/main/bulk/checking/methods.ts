import { paymentMethods, type PaymentMethodCode } from '#shared/domain/sale-note-fields.ts'

/**
 * What payment methods are called elsewhere. The codes are those of the vendor's other interfaces (specs/decisions.md, "Payment
 * methods"); the names are those on invoices, in shops and at banks.
 */
const otherNames: Record<PaymentMethodCode, readonly string[]> = {
  AFP: ['afterpay', 'after pay'],
  MRC: ['bancontact', 'mister cash', 'mistercash', 'mrcash', 'bancontact/mister cash', 'bcmc'],
  BWI: [
    'bw',
    'overschrijving',
    'overschrijvingen',
    'overboeking',
    'overboekingen',
    'bankoverschrijving',
    'bank transfer',
    'bankwire',
  ],
  CRC: ['cc', 'creditcard', 'creditcards', 'credit card', 'kredietkaart', 'visa', 'mastercard'],
  DRD: ['incasso', 'automatische incasso', 'direct debit', 'sepa incasso', 'machtiging'],
  IDE: ['ideal', 'i-deal', 'ideal | wero'],
  PSC: ['wal', 'paysafecard', 'paysafe card', 'paysafe'],
  SOF: ['deb', 'sofort', 'sofort banking', 'sofort überweisung', 'sofortüberweisung'],
}

const comparable = (name: string) =>
  name
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

const byName = new Map<string, PaymentMethodCode>(
  paymentMethods.flatMap(({ code, name }) =>
    [code, name, ...otherNames[code]].map((other): [string, PaymentMethodCode] => [comparable(other), code]),
  ),
)

/** The code for a method as it is written in a cell; null where it is none that we know. */
export const methodOf = (written: string): PaymentMethodCode | null =>
  written.length > 100 ? null : (byName.get(comparable(written)) ?? null)
