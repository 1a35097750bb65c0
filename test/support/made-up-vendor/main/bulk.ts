import { fieldMessagesOf } from '#shared/domain/message.ts'
import type { CounterSettings } from '#shared/vendors/counter/settings.ts'
import { completeTicketSchema, type CompleteTicket, type TicketPayload } from '#shared/vendors/counter/ticket.ts'
import type { BulkVendor } from '../../bulk/vocabulary/bulk-vendor.ts'

/** Tables of tickets, of which nothing is guessed. */
export const ticketBulk: BulkVendor<CounterSettings, CompleteTicket, TicketPayload> = {
  clues: () => ({
    vendor: /counter/,
    fields: { order: { names: { sure: ['order', 'ordernumber'] } }, question: { names: { sure: ['question'] } } },
    contents: [],
    made: () => ({}),
    defaults: {},
  }),
  checks: () => ({
    check({ values, problems: found }) {
      const parsed = completeTicketSchema.safeParse({ order: values.order ?? '', question: values.question ?? '' })
      const problems = { ...(parsed.success ? {} : fieldMessagesOf(parsed.error)), ...found }
      return { complete: parsed.data ?? null, file: null, problems, warnings: [] }
    },
    duplicateOf: () => ({ duplicate: false, warnings: [] }),
  }),
  isTest: () => null,
  undo: null,
}
