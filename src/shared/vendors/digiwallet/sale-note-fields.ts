import * as z from 'zod'
import { says } from '../../languages/says.ts'
import { atMost } from '../../domain/typed-text.ts'
import { identifierText } from '../../domain/identifier-text.ts'

/** The eight codes DigiWallet documents, by the names it gives them. */
export const paymentMethods = [
  { code: 'AFP', name: 'AfterPay' },
  { code: 'MRC', name: 'Bancontact' },
  { code: 'BWI', name: 'Overschrijvingen' },
  { code: 'CRC', name: 'Creditcard' },
  { code: 'DRD', name: 'Incasso' },
  { code: 'IDE', name: 'iDEAL' },
  { code: 'PSC', name: 'PaysafeCard' },
  { code: 'SOF', name: 'SOFORT' },
] as const
export type PaymentMethodCode = (typeof paymentMethods)[number]['code']
export const paymentMethodCodeSchema = z.enum(
  paymentMethods.map((method) => method.code) as [PaymentMethodCode, ...PaymentMethodCode[]],
  says('validation.paymentMethod'),
)

/** Numbers that are names: text from the form to the wire, never a JavaScript number, so no zero or digit is lost. */
const digits = z
  .string(says('validation.required'))
  .overwrite(identifierText)
  .trim()
  .min(1, says('validation.required'))
  .regex(/^[0-9]*$/, says('validation.digits'))
  .superRefine(atMost(40))

export const outletIdSchema = digits
export const saleIdSchema = digits
