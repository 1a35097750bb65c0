import { quotedName, quotedText } from './init.ts'
import type { Admin } from './migrate.ts'

/** Connections of one clerk at once: two of each desk, and some that a broken network left behind. */
const connections = 8

export interface NewClerk {
  clerk: string
  display: string
  /** As the server keeps it. */
  verifier: string
  /** Of these accounts; of all of them where none is named. */
  accounts: readonly number[] | null
  isManager: boolean
}

/** Why a clerk could not be added or removed. */
export class ClerkProblem extends Error {
  readonly problem: 'exists' | 'was-here' | 'unknown' | 'no-account' | 'bad-name'

  constructor(problem: ClerkProblem['problem']) {
    super(problem)
    this.name = 'ClerkProblem'
    this.problem = problem
  }
}

/** A login of its own for each clerk: who acts is the login. It calls functions and has no other right. */
export async function addClerk(admin: Admin, { clerk, display, verifier, accounts, isManager }: NewClerk): Promise<void> {
  if (!/^[a-z][a-z0-9_.-]{0,40}$/.test(clerk) || /^(pg_|balie_)/.test(clerk)) throw new ClerkProblem('bad-name')
  await admin.query('BEGIN')
  try {
    const [known] = await admin.query('SELECT removed_at IS NOT NULL AS gone FROM team.clerk WHERE clerk = $1', [clerk])
    // Another person under the same name would be taken for the one whose acts are on record.
    if (known) throw new ClerkProblem(known['gone'] === true ? 'was-here' : 'exists')
    if ((await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [clerk])).length > 0) throw new ClerkProblem('exists')
    const name = quotedName(clerk)
    await admin.query(
      `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT ${connections} PASSWORD ${quotedText(verifier)}`,
    )
    // A call that hangs must not hold up colleagues, and a desk gives up on it long before.
    for (const setting of [
      `statement_timeout = '15s'`,
      `lock_timeout = '3s'`,
      `idle_in_transaction_session_timeout = '5s'`,
      `timezone = 'UTC'`,
      `synchronous_commit = 'on'`,
    ])
      await admin.query(`ALTER ROLE ${name} SET ${setting}`)
    await admin.query(`GRANT balie_clerk TO ${name}`)
    await admin.query('INSERT INTO team.clerk (clerk, display) VALUES ($1, $2)', [clerk, display])
    const added = await admin.query(
      `INSERT INTO team.member (clerk, account_id, manager) SELECT $1, id, $2 FROM team.account WHERE $3::int[] IS NULL OR id = ANY ($3) RETURNING account_id`,
      [clerk, isManager, accounts],
    )
    if (accounts !== null && added.length !== new Set(accounts).size) throw new ClerkProblem('no-account')
    await admin.query('COMMIT')
  } catch (error) {
    await admin.query('ROLLBACK').catch(() => [])
    throw error
  }
}

/** For one who lost hers. */
export async function newPasswordFor(admin: Admin, clerk: string, verifier: string): Promise<void> {
  const [known] = await admin.query('SELECT FROM team.clerk WHERE clerk = $1 AND removed_at IS NULL', [clerk])
  if (!known) throw new ClerkProblem('unknown')
  await admin.query(`ALTER ROLE ${quotedName(clerk)} PASSWORD ${quotedText(verifier)}`)
}

/** Takes a clerk's login away; what her desks had open nobody can know any more. Her acts stay on record. */
export async function removeClerk(admin: Admin, clerk: string): Promise<{ openItems: number }> {
  await admin.query('BEGIN')
  try {
    const [known] = await admin.query('SELECT FROM team.clerk WHERE clerk = $1 AND removed_at IS NULL', [clerk])
    if (!known) throw new ClerkProblem('unknown')
    await admin.query(`ALTER ROLE ${quotedName(clerk)} NOLOGIN`)
    const open = await admin.query(
      `UPDATE team.item SET state = 'unknown', at = clock_timestamp(), changed = pg_current_xact_id()
       WHERE state IN ('leaving', 'queued', 'held') AND desk_id IN (SELECT id FROM team.desk WHERE clerk = $1) RETURNING id`,
      [clerk],
    )
    await admin.query('UPDATE team.desk SET retired = true WHERE clerk = $1', [clerk])
    await admin.query('DELETE FROM team.member WHERE clerk = $1', [clerk])
    await admin.query('UPDATE team.clerk SET removed_at = clock_timestamp() WHERE clerk = $1', [clerk])
    await admin.query(`REVOKE balie_clerk FROM ${quotedName(clerk)}`)
    await admin.query(`DROP ROLE ${quotedName(clerk)}`)
    await admin.query('COMMIT')
    return { openItems: open.length }
  } catch (error) {
    await admin.query('ROLLBACK').catch(() => [])
    throw error
  }
}

export interface NewAccount {
  vendor: string
  origin: string
  identity: string
  name: string
  settings: object
  keepDays: number
  counts: boolean
}

/** An account of the team, open to every clerk of it; null where it was there. */
export async function addAccount(admin: Admin, account: NewAccount): Promise<number | null> {
  const [row] = await admin.query(
    `WITH made AS (INSERT INTO team.account (vendor, origin, identity, name, settings, keep_days, counts)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id),
     joined AS (INSERT INTO team.member (clerk, account_id, manager)
       SELECT c.clerk, made.id, coalesce((SELECT bool_or(m.manager) FROM team.member m WHERE m.clerk = c.clerk), false)
       FROM made, team.clerk c WHERE c.removed_at IS NULL)
     SELECT id FROM made`,
    [
      account.vendor,
      account.origin,
      account.identity,
      account.name,
      JSON.stringify(account.settings),
      account.keepDays,
      account.counts,
    ],
  )
  return row ? Number(row['id']) : null
}
