import { excerptOf } from '../../domain/description.ts'
import type { SharedVendor } from '../vendor.ts'
import { ticketContract } from './contract.ts'
import { counterSettingsSchema, newCounterSettings, type CounterSettings } from './settings.ts'
import {
  completeTicketSchema,
  ticketDrafts,
  ticketPayloadSchema,
  type CompleteTicket,
  type TicketDraftFields,
  type TicketPayload,
} from './ticket.ts'

/** The counter, to whom questions about orders go. */
export const counter = {
  kind: 'ticket',
  settings: counterSettingsSchema,
  newSettings: newCounterSettings,
  usualUrl: () => 'https://counter.example/',
  knownHosts: ['counter.example'],
  secret: /^[\x21-\x7e]+$/,
  requestSettings: [],
  drafts: ticketDrafts,
  emptyDraft: () => ({ order: '', question: '' }),
  keptForNext: ['question'],
  templates: { field: 'question', takes: ['order'], narrowedBy: [], language: null },
  complete: completeTicketSchema,
  payload: ticketPayloadSchema,
  payloadOf: (ticket) => ({ kind: 'ticket', ticket }),
  typedOf: ({ ticket }) => ticket,
  describe: ({ ticket: { order, question } }) => ({
    subject: order,
    context: '',
    excerpt: excerptOf(question),
    test: false,
    noteKey: null,
  }),
  rows: { fields: ['order', 'question'], identifiers: ['order'] },
  contract: ticketContract,
} as const satisfies SharedVendor<CounterSettings, TicketDraftFields, CompleteTicket, TicketPayload>
