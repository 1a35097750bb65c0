import * as z from 'zod'
import { gateSchema, passphraseLength } from '../domain/unlock.ts'
import { says } from '../languages/says.ts'
import { procedure, type Contract, type Events } from './procedure.ts'

const none = z.undefined()
const done = z.object({})

/** One that is typed to open something: any length that a person may have chosen. */
const typed = (id: 'keys.passphrase.missing' | 'keys.code.missing') => z.string().min(1, says(id)).max(1000)
/** One that is chosen. */
const chosen = z
  .string()
  .min(passphraseLength.least, says('keys.passphrase.short'))
  .max(passphraseLength.most, says('keys.passphrase.long'))

const statusSchema = z.object({
  kept: z.enum(['keychain', 'passphrase', 'nowhere']),
  codeAt: z.string().nullable(),
  passphraseAt: z.string().nullable(),
  /** There are accounts of a vendor's, and no recovery code yet: worth a word. */
  offersCode: z.boolean(),
  /** The ledger lies open until Balie is closed, although there are keys to seal it with: its first account of a vendor came in this session. */
  sealsAtEnd: z.boolean(),
})
export type KeysStatus = z.infer<typeof statusSchema>

const progressSchema = z.object({ done: z.number(), total: z.number() })
const backupStatusSchema = z.object({
  /** When the last one was made on this computer. */
  lastAt: z.string().nullable(),
  underWay: progressSchema.nullable(),
})
export type BackupStatus = z.infer<typeof backupStatusSchema>

/**
 * The keys of what lies on this computer, and backups under a passphrase. Codes and passphrases travel inwards only: a fresh
 * recovery code is shown by main in a native dialog, and no call returns one.
 */
export const keysContract = {
  /** Answered before there is a ledger. */
  unlock: {
    state: procedure(none, gateSchema),
    byCode: procedure(z.object({ code: typed('keys.code.missing') }), done),
    byPassphrase: procedure(z.object({ passphrase: typed('keys.passphrase.missing') }), done),
    /** Looks at the keychain once more. */
    again: procedure(none, gateSchema),
    /** Where nothing opens it: a native question follows, and what is there is kept aside. */
    startEmpty: procedure(none, done),
    quit: procedure(none, done),
  },
  keys: {
    status: procedure(none, statusSchema),
    /** Shows a fresh code in a native dialog, one for fresh keys where they are renewed; false where the person did not note it, and nothing changed. */
    showNewCode: procedure(z.object({ renewsKeys: z.boolean() }), z.object({ noted: z.boolean() })),
    /** Its last group as it was noted: from then on it is the one that is good. */
    confirmCode: procedure(z.object({ ending: z.string().max(100) }), statusSchema),
    /** Not now: it is not offered again by itself. */
    declineCode: procedure(none, statusSchema),
    setPassphrase: procedure(z.object({ passphrase: chosen }), statusSchema),
    /** Balie closes, with all its questions, seals the ledger and starts again. */
    sealNow: procedure(none, done),
    /** Where a keychain takes the keys instead: nothing comes to lie open. */
    removePassphrase: procedure(none, statusSchema),
  },
  backup: {
    status: procedure(none, backupStatusSchema),
    /** Asks where to; null where the person thought better of it. Answers once it is made, or was cancelled. */
    make: procedure(z.object({ passphrase: chosen }), z.object({ outcome: z.enum(['made', 'cancelled']) }).nullable()),
    cancel: procedure(none, done),
  },
  /** Answered before there is a ledger, so that a backup helps also where nothing else opens. */
  restore: {
    /** Asks which file; null where the person chose none. */
    choose: procedure(none, z.object({ name: z.string(), createdAt: z.string(), app: z.string() }).nullable()),
    /** Unpacks and verifies the chosen file beside what is there; nothing is replaced yet. */
    unpack: procedure(
      z.object({ passphrase: typed('keys.passphrase.missing') }),
      z.object({ outcome: z.enum(['ready', 'cancelled']) }),
    ),
    /** Puts it in the place of what is there. Balie closes for it where it is open. */
    finish: procedure(none, done),
    /** Takes back what was chosen and unpacked. */
    drop: procedure(none, done),
  },
} as const satisfies Contract

export const keysEvents = {
  'unlock.changed': gateSchema,
  'keys.changed': z.object({}),
  'backup.progress': progressSchema,
  'restore.progress': progressSchema,
} as const satisfies Events
