import type { Message } from '#shared/domain/message.ts'
import type { DestinationOf } from '#shared/vendors/index.ts'
import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import { paymentNoteKey } from '#shared/vendors/mollie/payment-note-key.ts'
import { mollieModeSchema, type MollieSettings } from '#shared/vendors/mollie/settings.ts'
import type { MainVendor } from '../vendor.ts'
import { paymentNoteBulk } from './bulk/index.ts'
import { paymentNoteHandlers } from './handlers.ts'
import { helpdeskLines } from './helpdesk.ts'
import { practiceMollieKey } from './practice/credentials.ts'
import type { MolliePracticeOptions } from './practice/index.ts'
import { accepted, paymentNoteReading } from './reading.ts'
import { paymentNoteTeam } from './team.ts'

/** Mollie's error answers have a meaning each; the others say what they mean in their own words. */
function refused(status: number): Message | null {
  if (status === 404) return { id: 'outcome.mollie.404' }
  return status === 422 ? { id: 'outcome.mollie.422' } : null
}

/** Mollie: notes on payments, which are read before they are changed. */
export const mollie = {
  caller: (destination, secret) => ({ call: () => null, readFirst: paymentNoteReading(destination, secret) }),
  accepted,
  refused,
  troubled: () => null,
  // A note that is gone is no error there: it was read.
  saysGone: () => false,
  learned: () => null,
  helpdeskLines,
  toldOfAnswer: ['id', 'mode', 'status', 'title', 'detail', 'field'],
  bulk: paymentNoteBulk,
  handlers: paymentNoteHandlers,
  practice: {
    secret: practiceMollieKey,
    settings: { mode: 'test' },
    optionsFor: (confirmed) => ({
      earlier(paymentID) {
        const ofModes = mollieModeSchema.options.flatMap((mode) =>
          confirmed((origin) => paymentNoteKey(origin, mode, paymentID)).slice(-1),
        )
        const newest = ofModes.toSorted((a, b) => Date.parse(a.payload.at) - Date.parse(b.payload.at)).at(-1)?.payload
        return newest?.text === undefined ? null : { text: newest.text, at: newest.at }
      },
    }),
    create: async (options) => (await import('./practice/index.ts')).createMolliePractice(options),
  },
  team: paymentNoteTeam,
} as const satisfies MainVendor<PaymentNotePayload, MollieSettings, DestinationOf<'mollie'>, MolliePracticeOptions>
