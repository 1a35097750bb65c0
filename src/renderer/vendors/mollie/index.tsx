import { MessageSquareText } from 'lucide-react'
import type { RendererVendor } from '../vendor.ts'
import { FoundNote } from './FoundNote.tsx'
import { KeyCheck } from './KeyCheck.tsx'
import { keyNote } from './key-note.ts'
import { MollieFields } from './MollieFields.tsx'
import { PaymentNotePayload } from './PaymentNotePayload.tsx'
import { PaymentNotesScreen } from './PaymentNotesScreen.tsx'
import { printedPaymentNote } from './printed-payment-note.ts'

/** Notes on payments. */
export const mollie = {
  icon: MessageSquareText,
  Screen: PaymentNotesScreen,
  draftWords: ({ fields }) => ({ subject: fields.paymentID, detail: fields.text.slice(0, 60) }),
  Payload: PaymentNotePayload,
  printed: printedPaymentNote,
  Found: FoundNote,
  settings: {
    environments: ['production', 'practice'],
    Fields: MollieFields,
    labels: (say) => ({ mode: say('payment-notes.settings.mode') }),
    secretNote: keyNote,
    Check: KeyCheck,
  },
  bulk: {
    columns: { action: [6.5, 0], paymentID: [10, 0], text: [13, 2] },
    resultFields: ['action', 'paymentID', 'text'],
    codeFields: ['paymentID'],
    longFields: ['text'],
    fixedChoices: () => null,
  },
} satisfies RendererVendor<'payment-note'>
