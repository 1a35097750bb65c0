import type { DestinationOf } from '#shared/vendors/index.ts'
import type { NotePayload } from '#shared/vendors/digiwallet/sale-note.ts'
import { noteKey } from '#shared/vendors/digiwallet/note-key.ts'
import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { MainVendor } from '../vendor.ts'
import { noteBulk } from './bulk/index.ts'
import { noteHandlers } from './handlers.ts'
import { helpdeskLines } from './helpdesk.ts'
import { practiceApiKey } from './practice/credentials.ts'
import { exampleOutlets } from './practice/example-sales.ts'
import { notesLeft } from './practice/notes-left.ts'
import type { DigiwalletPracticeOptions } from './practice/index.ts'
import { accepted, refused, saysGone, troubled } from './reasons.ts'
import { noteCaller } from './requests.ts'
import { noteTeam } from './team.ts'

/** DigiWallet: puts, changes and deletes notes on sales. */
export const digiwallet = {
  caller: (destination, secret) => ({ call: noteCaller(destination, secret) }),
  accepted,
  refused,
  troubled,
  saysGone,
  learned: () => null,
  helpdeskLines,
  toldOfAnswer: ['status', 'saleNoteID', 'message', 'error', 'errors'],
  bulk: noteBulk,
  handlers: noteHandlers,
  practice: {
    secret: practiceApiKey,
    settings: { outlets: exampleOutlets.map((outlet) => ({ ...outlet })), testDefault: 'off' },
    optionsFor: (confirmed) => ({ earlier: (target) => notesLeft(confirmed((origin) => noteKey(origin, target))) }),
    switches: {
      'refuse-second-create': { does: 'refuse a second note for the same sale', options: { refuseSecondCreate: true } },
    },
    create: async (options) => (await import('./practice/index.ts')).createDigiwalletPractice(options),
  },
  team: noteTeam,
} as const satisfies MainVendor<NotePayload, DigiwalletSettings, DestinationOf<'digiwallet'>, DigiwalletPracticeOptions>
