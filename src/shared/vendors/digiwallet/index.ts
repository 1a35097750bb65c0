import { chosenOf } from '../../domain/account-fields.ts'
import { excerptOf } from '../../domain/description.ts'
import type { SharedVendor } from '../vendor.ts'
import { noteRows } from './bulk.ts'
import { noteContract } from './contract.ts'
import { noteKey } from './note-key.ts'
import {
  completeNoteSchema,
  emptyNote,
  noteDrafts,
  notePayloadSchema,
  type CompleteNote,
  type NoteDraftFields,
  type NotePayload,
} from './sale-note.ts'
import {
  digiwalletSettingsSchema,
  digiwalletUrl,
  newDigiwalletSettings,
  type DigiwalletSettings,
  type Outlet,
} from './settings.ts'

/** The outlet of the note before, unless the account has outlets and it is none of them any more. */
const usedOutlet = (outlets: readonly Outlet[], used = '') => (outlets.length === 0 ? used : chosenOf(outlets, used))

/** DigiWallet, at whose sales notes are put. */
export const digiwallet = {
  kind: 'note',
  settings: digiwalletSettingsSchema,
  newSettings: newDigiwalletSettings,
  usualUrl: (environment) => (environment === 'production' ? digiwalletUrl : ''),
  knownHosts: ['digiwallet.nl'],
  // An HTTP header carries nothing else.
  secret: /^[\x21-\x7e]+$/,
  requestSettings: ['bodyFormat'],
  drafts: noteDrafts,
  emptyDraft: ({ testDefault, outlets, defaultOutlet }, last?: NoteDraftFields | null) => ({
    ...emptyNote,
    outletID: chosenOf(outlets, defaultOutlet) || usedOutlet(outlets, last?.outletID),
    paymentMethodCode: last?.paymentMethodCode ?? '',
    test: { off: false, on: true, ask: null }[testDefault],
  }),
  keptForNext: ['action', 'outletID', 'paymentMethodCode', 'text', 'test'] satisfies (keyof NoteDraftFields)[],
  templates: {
    field: 'text',
    takes: ['saleID', 'outletID', 'paymentMethodCode'],
    narrowedBy: ['outletID', 'paymentMethodCode'],
    language: null,
  },
  complete: completeNoteSchema,
  payload: notePayloadSchema,
  payloadOf({ outletID, saleID, paymentMethodCode, test, ...note }) {
    const target = { outletID, saleID, paymentMethodCode, test }
    return { kind: 'note', target, ...note }
  },
  typedOf: ({ action, target, text = '' }) => ({ action, ...target, text }),
  describe: ({ target, text = '' }, scope) => ({
    subject: target.saleID,
    context: `${target.outletID} · ${target.paymentMethodCode}`,
    excerpt: excerptOf(text),
    test: target.test,
    noteKey: noteKey(scope, target),
  }),
  rows: noteRows,
  contract: noteContract,
} as const satisfies SharedVendor<DigiwalletSettings, NoteDraftFields, CompleteNote, NotePayload>
