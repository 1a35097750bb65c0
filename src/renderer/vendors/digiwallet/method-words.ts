import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'

/** "iDEAL"; a code that is none of the eight stays as it is. */
export const methodName = (code: string): string => paymentMethods.find((candidate) => candidate.code === code)?.name ?? code

/** "iDEAL (IDE)", where the vendor's code matters too. */
export function methodWords(code: string): string {
  const name = methodName(code)
  return name === code ? code : `${name} (${code})`
}

/** The eight, to choose from. */
export const methodOptions = paymentMethods.map(({ code, name }) => ({ value: code, label: name, hint: code }))
