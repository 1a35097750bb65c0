import type { DisputePayload } from '#shared/vendors/billink/dispute.ts'
import { practiceCategories, type BillinkSettings } from '#shared/vendors/billink/settings.ts'
import type { DestinationOf } from '#shared/vendors/index.ts'
import type { MainVendor } from '../vendor.ts'
import { learnedChoices } from './accepted-choices.ts'
import { disputeBulk } from './bulk/index.ts'
import { disputeHandlers } from './handlers.ts'
import { helpdeskLines } from './helpdesk.ts'
import { practiceBillinkId, practiceBillinkUsername } from './practice/credentials.ts'
import type { BillinkPracticeOptions } from './practice/index.ts'
import { disputeCall } from './requests.ts'
import { disputeTeam } from './team.ts'

/** Billink: files disputes, with a file. */
export const billink = {
  caller: (destination, secret) => ({ call: ({ dispute }, file) => disputeCall(destination, secret, dispute, file) }),
  accepted: () => ({ id: 'outcome.disputeFiled' }),
  refused: (status) => (status === 400 ? { id: 'outcome.billink.400', values: { vendor: 'Billink', status } } : null),
  troubled: () => null,
  saysGone: () => false,
  learned: (settings, { dispute }) => learnedChoices(settings, dispute),
  helpdeskLines,
  toldOfAnswer: ['id', 'status', 'currentStep', 'freshDeskTicket', 'code', 'message', 'description', 'error', 'errors'],
  bulk: disputeBulk,
  handlers: disputeHandlers,
  practice: {
    secret: practiceBillinkId,
    settings: { username: practiceBillinkUsername, categories: [...practiceCategories] },
    optionsFor: () => ({}),
    create: async (options) => (await import('./practice/index.ts')).createBillinkPractice(options),
  },
  team: disputeTeam,
} as const satisfies MainVendor<DisputePayload, BillinkSettings, DestinationOf<'billink'>, BillinkPracticeOptions>
