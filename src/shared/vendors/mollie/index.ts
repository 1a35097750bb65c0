import { excerptOf } from '../../domain/description.ts'
import type { SharedVendor } from '../vendor.ts'
import { paymentNoteRows } from './bulk.ts'
import { paymentNoteContract } from './contract.ts'
import { paymentNoteKey } from './payment-note-key.ts'
import {
  completePaymentNoteSchema,
  emptyPaymentNote,
  paymentNoteDrafts,
  paymentNotePayloadSchema,
  type CompletePaymentNote,
  type FiledPaymentNote,
  type PaymentNoteDraftFields,
  type PaymentNotePayload,
} from './payment-note.ts'
import { mollieKey, mollieSettingsSchema, mollieUrl, newMollieSettings, type MollieSettings } from './settings.ts'

/** Mollie, at whose payments notes are put. */
export const mollie = {
  kind: 'payment-note',
  settings: mollieSettingsSchema,
  newSettings: newMollieSettings,
  usualUrl: (environment) => (environment === 'production' ? mollieUrl : ''),
  knownHosts: ['mollie.com'],
  secret: mollieKey,
  requestSettings: ['mode'],
  drafts: paymentNoteDrafts,
  emptyDraft: () => emptyPaymentNote,
  keptForNext: ['action', 'text'] satisfies (keyof PaymentNoteDraftFields)[],
  templates: { field: 'text', takes: ['paymentID'], narrowedBy: [], language: null },
  complete: completePaymentNoteSchema,
  payload: paymentNotePayloadSchema,
  payloadOf: (note: FiledPaymentNote): PaymentNotePayload => ({ kind: 'payment-note', ...note }),
  typedOf: ({ action, paymentID, text = '', keepValue }) => ({ action, paymentID, text, keepValue }),
  describe: ({ paymentID, mode, text = '', shown }, origin) => ({
    subject: paymentID,
    context: '',
    excerpt: excerptOf(text || (shown?.text ?? '')),
    test: mode === 'test',
    noteKey: paymentNoteKey(origin, mode, paymentID),
  }),
  rows: paymentNoteRows,
  contract: paymentNoteContract,
} as const satisfies SharedVendor<MollieSettings, PaymentNoteDraftFields, CompletePaymentNote, PaymentNotePayload>
