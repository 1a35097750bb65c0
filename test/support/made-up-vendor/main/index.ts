import type { CounterSettings } from '#shared/vendors/counter/settings.ts'
import type { TicketPayload } from '#shared/vendors/counter/ticket.ts'
import type { DestinationOf } from '#shared/vendors/index.ts'
import type { MainVendor } from '../vendor.ts'
import { ticketBulk } from './bulk.ts'
import { ticketHandlers } from './handlers.ts'
import { createCounterPractice, practiceKey } from './practice.ts'
import { ticketCall } from './requests.ts'

/** The counter: takes questions about orders. */
export const counter = {
  caller: ({ url }, secret) => ({ call: ({ ticket }) => ticketCall(url, secret, ticket) }),
  accepted: () => ({ id: 'outcome.ticketTaken' }),
  refused: () => null,
  troubled: () => null,
  saysGone: () => false,
  learned: () => null,
  helpdeskLines: ({ ticket }, { url }) => [`POST ${url}`, `order: ${ticket.order}`, `question: ${ticket.question}`],
  toldOfAnswer: ['ticket'],
  bulk: ticketBulk,
  handlers: ticketHandlers,
  practice: {
    secret: practiceKey,
    settings: {},
    optionsFor: () => ({}),
    create: () => Promise.resolve(createCounterPractice()),
  },
  team: {
    identity: () => '',
    aboutSql: `jsonb_build_array('ticket', a.origin, p #> '{ticket,order}')`,
    about: ({ ticket: { order } }, { origin }) => ['ticket', origin, order],
  },
} as const satisfies MainVendor<TicketPayload, CounterSettings, DestinationOf<'counter'>>
