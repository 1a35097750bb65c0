import type { RendererVendor } from '../vendor.ts'
import { methodWords } from './method-words.ts'

/** A note as a dispute file prints it; a deletion has no text. */
export const printedNote: RendererVendor<'note'>['printed'] = ({ action, target, text }, say) => [
  [say('field.outletID'), target.outletID],
  [say('field.saleID'), target.saleID],
  [say('field.paymentMethodCode'), methodWords(target.paymentMethodCode)],
  ...(action === 'delete' ? [] : [[say('field.text'), text ?? ''] as const]),
]
