import * as z from 'zod'
import { says } from '../languages/says.ts'
import { languageTags } from '../languages/index.ts'
import { accountSchema } from '../domain/account.ts'
import { damagedRecordSchema, damageSchema, recordSourceSchema } from '../domain/damage.ts'
import { kindNames, kindSchema, screens } from '../domain/kinds.ts'
import { policyViewSchema } from '../domain/policy.ts'
import { foundSchema, personTermsSchema, privacyStateSchema } from '../domain/privacy.ts'
import { preferencesSchema } from '../domain/preferences.ts'
import { proxySignInSchema, proxyViewSchema } from '../domain/proxy.ts'
import { submissionSummarySchema } from '../domain/submission.ts'
import { teamAddressSchema, teamViewSchema } from '../domain/team.ts'
import { toldSchema } from '../domain/told.ts'
import { updateStateSchema } from '../domain/update.ts'
import {
  accountSettingsSchema,
  draftSaveSchema,
  draftSchema,
  draftStartSchema,
  draftSummarySchema,
  vendorContract,
} from '../vendors/index.ts'
import { attachmentsContract } from './attachments-contract.ts'
import { bulkContract, bulkEvents } from './bulk-contract.ts'
import { historyContract } from './history-contract.ts'
import { teamDraftsContract } from './team-drafts-contract.ts'
import { teamHistoryContract } from './team-history-contract.ts'
import { overviewContract } from './overview-contract.ts'
import { itemsContract } from './items-contract.ts'
import { keysContract, keysEvents } from './keys-contract.ts'
import { templatesContract } from './templates-contract.ts'
import { byAccount, byId } from './inputs.ts'
import { procedure, type Contract, type Events } from './procedure.ts'

const none = z.undefined()
const done = z.object({})

/** THE table: channel names, the preload, main's handlers and the renderer's client all derive from it. */
export const contract = {
  app: {
    info: procedure(
      none,
      z.object({
        version: z.string(),
        platform: z.string(),
        locale: z.enum(languageTags),
        /** False on a system without one: then keys live for this session and the vault is plain files, said once on screen. */
        keychain: z.enum(['available', 'no-keychain', 'broken', 'locked', 'denied']),
        /** The system's own words of the keychain's trouble, for whoever helps. */
        keychainDetail: z.string().nullable(),
        dataFolder: z.string(),
        /** True where the app runs in the stand-in for Electron's binary. */
        standIn: z.boolean(),
      }),
    ),
    /** The page's word that it answers `app.flush` from now on: before that nothing can have been typed in it. */
    listening: procedure(none, done),
    /** The renderer's word that everything typed is handed over, so that the window may close. */
    flushed: procedure(none, done),
    openDataFolder: procedure(none, done),
    /** Safe to mail: versions, the keychain's state, what is set, and the last lines of the log, which holds no key, name or path. */
    diagnostics: procedure(none, z.object({ text: z.string() })),
    /** What the person's organisation has set on this computer. */
    policy: procedure(none, policyViewSchema),
    /** What happened while no page could show it; each is told once. */
    told: procedure(none, z.array(toldSchema)),
  },
  /** Newer versions of Balie. */
  updates: {
    state: procedure(none, updateStateSchema),
    /** Looks now; answers with what came of it. */
    check: procedure(none, updateStateSchema),
    /** Closes Balie with all its questions, puts the new version in place and starts it. */
    install: procedure(none, done),
  },
  preferences: {
    get: procedure(none, preferencesSchema),
    set: procedure(preferencesSchema.partial(), preferencesSchema),
  },
  accounts: {
    list: procedure(none, z.array(accountSchema)),
    /** `accountId: null` makes one. A host that is not the vendor's is confirmed in a native dialog; `null` when the person said no. */
    save: procedure(
      z.object({ accountId: z.string().max(100).nullable(), settings: accountSettingsSchema }),
      accountSchema.nullable(),
    ),
    remove: procedure(byAccount, done),
    /** The only way a secret travels, and only inwards: no procedure returns one. */
    setSecret: procedure(
      z.object({
        accountId: z.string().max(100),
        secret: z.string().trim().min(1, says('validation.required')).max(1000, says('validation.tooLong')),
      }),
      accountSchema,
    ),
    removeSecret: procedure(byAccount, accountSchema),
  },
  /** Proxies of the network that want to know who passes. */
  proxies: {
    list: procedure(none, z.array(proxyViewSchema)),
    /** Only for one that asked; the password travels inwards and no call returns it. */
    signIn: procedure(proxySignInSchema, proxyViewSchema),
    signOut: procedure(z.object({ proxy: z.string().max(1000) }), done),
  },
  /** Working in a team: one database beside the ledgers of its clerks. */
  team: {
    get: procedure(none, teamViewSchema),
    /** Opens the native chooser; null where the person chose nothing. */
    openInvitation: procedure(none, teamAddressSchema.nullable()),
    /** The password travels inwards alone; what is wrong stands at its field. */
    connect: procedure(
      teamAddressSchema.extend({
        password: z.string().min(1, says('validation.required')).max(1000, says('validation.tooLong')),
      }),
      teamViewSchema,
    ),
    leave: procedure(none, teamViewSchema),
    /** Which own account one of the team's is; null: none. */
    share: procedure(z.object({ shared: z.number().int(), accountId: z.string().max(100).nullable() }), teamViewSchema),
    /** After the database was put back, for managers: sending waits for this desk no more. */
    goOnWithout: procedure(z.object({ desk: z.string().max(100) }), teamViewSchema),
  },
  drafts: {
    /** Those of a kind, the one edited last first, a page at a time: of an account or of all, with these words in them. */
    list: procedure(
      z.object({
        kind: kindSchema,
        accountId: z.string().max(100).nullable().optional(),
        search: z.string().max(200).optional(),
        cursor: z.string().max(200).nullable().optional(),
        limit: z.number().int().min(1).max(500).optional(),
      }),
      z.object({
        items: z.array(draftSummarySchema),
        next: z.string().nullable(),
        /** In all, whatever is searched. */
        total: z.number().int(),
        /** Of other accounts. */
        elsewhere: z.number().int(),
      }),
    ),
    get: procedure(byId, draftSchema),
    create: procedure(draftStartSchema, draftSchema),
    /** Answers with what is stored after it; a save older than what is stored changes nothing. */
    save: procedure(draftSaveSchema, draftSchema),
    /** A person went elsewhere: one in which nothing stands but what every new one has is left behind by nobody. */
    leave: procedure(byId, z.object({ discarded: z.boolean() })),
    duplicate: procedure(byId, draftSchema),
    remove: procedure(byId, done),
    /** Undo of `remove`. */
    restore: procedure(byId, draftSchema),
  },
  ...attachmentsContract,
  ...templatesContract,
  ...vendorContract,
  ...itemsContract,
  ...historyContract,
  ...overviewContract,
  ...teamHistoryContract,
  ...teamDraftsContract,
  /** Records that can't be read. They are neither changed nor sent. */
  damaged: {
    /** Those of these tables that nobody put away. */
    list: procedure(z.object({ sources: z.array(recordSourceSchema).max(20) }), z.array(damagedRecordSchema)),
    item: procedure(byId, z.object({ item: submissionSummarySchema, record: damagedRecordSchema })),
    /** Safe to mail: which rule of which column, lengths and versions; no customer's data. */
    diagnostics: procedure(damageSchema, z.object({ text: z.string() })),
    /** What was typed, as it stands in the ledger. */
    typedText: procedure(damageSchema, z.object({ text: z.string() })),
    /** The person has dealt with it: it is shown no more, and later items for its note wait no longer. */
    putAway: procedure(damageSchema, done),
  },
  ...keysContract,
  /** What goes by itself, and a customer who wants their data gone or handed over. */
  privacy: {
    state: procedure(none, privacyStateSchema),
    /** Erases at once what has been kept for long enough. */
    sweep: procedure(none, done),
    /** Looks through all that Balie keeps for a person. */
    find: procedure(z.object({ terms: personTermsSchema }), foundSchema),
    /** Begins; goes on by itself until it is done. Fails with `invalid` where something of it moved on since. */
    erase: procedure(z.object({ searchId: z.string().max(100), places: z.array(z.string().max(300)).min(1).max(100_000) }), done),
    /** Saves what was found in a folder that the person chooses; its name, null where they chose none. */
    handOver: procedure(z.object({ searchId: z.string().max(100) }), z.object({ folder: z.string().nullable() })),
  },
  ...bulkContract,
} as const satisfies Contract

/** What main tells the screens unasked. */
export const events = {
  /** Something about these items changed: lists and details that show them are read again. */
  'submissions.changed': z.object({ ids: z.array(z.string()) }),
  'drafts.changed': z.object({
    ids: z.array(z.string()),
    /** Where nothing but what is typed in one changed: it as lists show it, so that they are not read again for a keystroke. */
    saved: draftSummarySchema.optional(),
  }),
  'templates.changed': z.object({}),
  /** A record was set aside or put away. */
  'damaged.changed': z.object({}),
  'accounts.changed': z.object({}),
  /** How this desk stands with its team changed, or what colleagues did. */
  'team.changed': z.object({}),
  /** A proxy asks, refused, or let someone through. */
  'proxies.changed': z.object({}),
  'preferences.changed': preferencesSchema,
  'updates.changed': updateStateSchema,
  /** A person is being erased, or what was old enough has gone. */
  'privacy.changed': z.object({}),
  'connection.changed': z.object({ online: z.boolean() }),
  /** There is more to be told by `app.told`. */
  'told.changed': z.object({}),
  /** The window is about to close: hand over what is typed, then call `app.flushed`. */
  'app.flush': z.object({}),
  /** A command of the native menu or an accelerator. */
  'app.command': z.object({
    command: z.enum([
      ...kindNames.map((kind) => `new-${kind}` as const),
      ...screens,
      'palette',
      'keys',
      'settings',
      'outbox',
      'history',
      'overview',
      'bulk',
      'help',
    ]),
  }),
  ...keysEvents,
  ...bulkEvents,
} as const satisfies Events
