import * as z from 'zod'
import { storedSettingsSchema, type AccountSettings } from '#shared/vendors/index.ts'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'

/** An account as the ledger keeps it: everything but the secret, which is the keychain's. */
export interface StoredAccount {
  id: string
  settings: AccountSettings
  /** The origin the secret was given for; a secret is never sent anywhere else. */
  secretOrigin: string | null
  secretLastFour: string | null
  createdAt: string
  archivedAt: string | null
}

export interface AccountRecords {
  list(): StoredAccount[]
  /** Archived ones too: their items still name them. */
  get(id: string): StoredAccount | null
  /** Whether there is one, be it that it can't be read. */
  has(id: string): boolean
  isEmpty(): boolean
  save(account: StoredAccount): void
  archive(id: string): void
}

const rowSchema = z
  .object({
    id: z.string(),
    settings: jsonColumn(storedSettingsSchema),
    secret_origin: z.string().nullable(),
    secret_last_four: z.string().nullable(),
    created_at: time,
    archived_at: time.nullable(),
  })
  .transform((row): StoredAccount => ({
    id: row.id,
    settings: row.settings,
    secretOrigin: row.secret_origin,
    secretLastFour: row.secret_last_four,
    createdAt: new Date(row.created_at).toISOString(),
    archivedAt: row.archived_at === null ? null : new Date(row.archived_at).toISOString(),
  }))

/** The accounts of this computer. One that was used is archived, never deleted: its items still name it. */
export function accountRecords({ db, reader }: Ledger): AccountRecords {
  const all = db.prepare('SELECT * FROM accounts WHERE archived_at IS NULL ORDER BY created_at, rowid')
  const one = db.prepare('SELECT * FROM accounts WHERE id = ?')
  const put = db.prepare(`
    INSERT INTO accounts (id, settings, secret_origin, secret_last_four, created_at, archived_at)
    VALUES (:id, :settings, :secretOrigin, :secretLastFour, :createdAt, :archivedAt)
    ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, secret_origin = excluded.secret_origin,
      secret_last_four = excluded.secret_last_four, archived_at = excluded.archived_at`)
  const any = db.prepare('SELECT 1 FROM accounts WHERE id = ?')
  const first = db.prepare('SELECT 1 FROM accounts WHERE archived_at IS NULL LIMIT 1')
  const archive = db.prepare('UPDATE accounts SET archived_at = ? WHERE id = ? AND archived_at IS NULL')
  return {
    list: () => reader.all('accounts', rowSchema, all),
    get: (id) => reader.one('accounts', rowSchema, one, id),
    has: (id) => any.get(id) !== undefined,
    isEmpty: () => first.get() === undefined,
    save(account) {
      put.run({
        id: account.id,
        settings: JSON.stringify(account.settings),
        secretOrigin: account.secretOrigin,
        secretLastFour: account.secretLastFour,
        createdAt: Date.parse(account.createdAt),
        archivedAt: account.archivedAt === null ? null : Date.parse(account.archivedAt),
      })
    },
    archive(id) {
      archive.run(Date.now(), id)
    },
  }
}
