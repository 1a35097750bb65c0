import { chosenOf } from '../../domain/account-fields.ts'
import { excerptOf } from '../../domain/description.ts'
import type { SharedVendor } from '../vendor.ts'
import { disputeRows } from './bulk.ts'
import { disputeContract } from './contract.ts'
import {
  completeDisputeSchema,
  disputeDrafts,
  disputePayloadSchema,
  emptyDispute,
  type CompleteDispute,
  type DisputeDraftFields,
  type DisputePayload,
} from './dispute.ts'
import {
  billinkIdFieldSchema,
  billinkSettingsSchema,
  maxFileBytesOf,
  newBillinkSettings,
  type BillinkSettings,
} from './settings.ts'

/** Billink, to whom disputes go. */
export const billink = {
  kind: 'dispute',
  settings: billinkSettingsSchema,
  newSettings: newBillinkSettings,
  // Its path is not public.
  usualUrl: () => '',
  knownHosts: ['billink.nl'],
  // It goes in a JSON body, where only invisible characters are a mistake.
  secret: /^[^\p{C}]+$/u,
  secretNames: billinkIdFieldSchema.options,
  requestSettings: ['username', 'idField'],
  drafts: disputeDrafts,
  emptyDraft: ({ categories, locales, defaultCategory, defaultLocale }) => ({
    ...emptyDispute,
    category: chosenOf(categories, defaultCategory),
    locale: chosenOf(locales, defaultLocale),
  }),
  keptForNext: ['category', 'locale', 'message'] satisfies (keyof DisputeDraftFields)[],
  templates: {
    field: 'message',
    takes: ['invoice', 'customerName', 'customerEmail', 'category', 'locale'],
    narrowedBy: ['category', 'locale'],
    language: 'locale',
  },
  maxFileBytes: (settings) => maxFileBytesOf(settings),
  complete: completeDisputeSchema,
  payload: disputePayloadSchema,
  payloadOf: (dispute) => ({ kind: 'dispute', dispute }),
  typedOf: ({ dispute }) => dispute,
  describe: ({ dispute: { invoice, customerName, customerEmail, message } }) => ({
    subject: invoice,
    context: `${customerName} · ${customerEmail}`,
    excerpt: excerptOf(message),
    test: false,
    noteKey: null,
  }),
  rows: disputeRows,
  contract: disputeContract,
} as const satisfies SharedVendor<BillinkSettings, DisputeDraftFields, CompleteDispute, DisputePayload>
