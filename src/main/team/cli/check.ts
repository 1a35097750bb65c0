import { currentVersion, type Admin } from '../server/migrate.ts'
import type { TeamKind } from '../server/functions/keys.ts'

/** One thing that was looked at. `bad` keeps the team from being safe, `note` is for the administrator to see to. */
export interface Finding {
  is: 'good' | 'note' | 'bad'
  says: string
}

export interface CheckDeps {
  admin: Admin
  kinds: readonly TeamKind[]
  isEncrypted: boolean
  isLoopback: boolean
}

const hours = (ms: number): string => (ms < 3_600_000 ? 'less than an hour' : `${Math.round(ms / 3_600_000)} hours`)

/** Looks at all that the promise "never twice" stands on, and at what the privacy sheet leaves to the administrator. Changes nothing. */
export async function check({ admin, kinds, isEncrypted, isLoopback }: CheckDeps): Promise<Finding[]> {
  const findings: Finding[] = []
  const say = (is: Finding['is'], says: string) => void findings.push({ is, says })
  const setting = async (name: string): Promise<string> => {
    const value = (await admin.query('SELECT current_setting($1, true) AS value', [name]))[0]?.['value']
    return typeof value === 'string' ? value : ''
  }

  const version = Number(await setting('server_version_num'))
  if (version >= 150_000) say('good', `PostgreSQL ${Math.floor(version / 10_000)}.`)
  else say('bad', `PostgreSQL ${Math.floor(version / 10_000)} is too old; 15 or newer is needed.`)
  const [trgm] = await admin.query(`SELECT extversion FROM pg_extension WHERE extname = 'pg_trgm'`)
  say(trgm ? 'good' : 'bad', trgm ? 'pg_trgm is there.' : 'The extension pg_trgm is missing: npm run team -- init.')

  const [team] = await admin.query(`SELECT to_regclass('team.version') IS NOT NULL AS there`)
  if (team?.['there'] !== true) say('bad', 'There is no team here yet: npm run team -- init.')
  else {
    const [row] = await admin.query('SELECT tables, functions FROM team.version')
    const own = currentVersion(kinds)
    if (Number(row?.['tables']) === own.tables && row?.['functions'] === own.functions)
      say('good', 'Tables and functions are those of this Balie.')
    else if (Number(row?.['tables']) > own.tables) say('bad', 'The team was set up by a newer Balie than this one.')
    else say('bad', 'Tables or functions are of another Balie: npm run team -- migrate.')
    for (const { clerk, value } of await admin.query(
      `SELECT r.rolname AS clerk, c AS value FROM pg_roles r JOIN team.clerk t ON t.clerk = r.rolname
         CROSS JOIN LATERAL unnest(coalesce(r.rolconfig, '{}')) c WHERE c ILIKE 'synchronous_commit=%' AND c !~* '=(on|remote_apply)$'`,
    ))
      say('bad', `${String(clerk)} does not wait for the disk: ${String(value)}.`)
    for (const { clerk } of await admin.query(
      `SELECT t.clerk FROM team.clerk t JOIN pg_roles r ON r.rolname = t.clerk WHERE r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR pg_has_role(r.oid, 'balie_owner', 'USAGE')`,
    ))
      say('bad', `${String(clerk)} may do more than a clerk may.`)
    const untold = await admin.query('SELECT team.display(clerk) AS clerk, label FROM team.untold()')
    if (untold.length > 0)
      say(
        'note',
        `After it was put back, not all have told again what they know: ${untold.map(({ clerk, label }) => `${String(clerk)} (${String(label)})`).join(', ')}.`,
      )
  }

  for (const [name, why] of [
    ['fsync', 'a power cut loses what was promised'],
    ['full_page_writes', 'a power cut may damage what is stored'],
  ] as const)
    if ((await setting(name)) === 'on') say('good', `${name} is on.`)
    else say('bad', `${name} is off: ${why}.`)
  const commit = await setting('synchronous_commit')
  if (['on', 'remote_apply', 'remote_write', 'local'].includes(commit)) say('good', `synchronous_commit is ${commit}.`)
  else say('bad', 'synchronous_commit is off: what was reserved can be forgotten, and sent twice.')
  const standbys = await setting('synchronous_standby_names')
  const [replica] = await admin.query('SELECT count(*)::int AS n FROM pg_stat_replication')
  if (Number(replica?.['n']) > 0 && standbys === '')
    say(
      'bad',
      'The standby is asynchronous: when it takes over it has forgotten the last reservations. Set synchronous_standby_names.',
    )
  if ((await setting('password_encryption')) === 'scram-sha-256') say('good', 'Passwords are kept for SCRAM.')
  else say('note', 'password_encryption is not scram-sha-256; clerks made by this command are SCRAM all the same.')
  if (isEncrypted) say('good', 'This connection is TLS, and its certificate was checked.')
  else if (isLoopback)
    say('note', 'You are on the server itself, where TLS is not asked for; clerks elsewhere connect with TLS alone.')
  if ((await setting('ssl')) !== 'on')
    say('note', 'ssl is off on the server: only a pooler with TLS in front of it lets clerks in from elsewhere.')

  const [archiver] = await admin.query(
    'SELECT last_archived_time AS at, last_failed_time > last_archived_time AS failing FROM pg_stat_archiver',
  )
  const mode = await setting('archive_mode')
  if (mode === 'off')
    say('note', "archive_mode is off, so that the age of backups can't be seen here: see to it that there is one of today.")
  else if (archiver?.['failing'] === true || !(archiver?.['at'] instanceof Date)) say('bad', 'Archiving for backups fails.')
  else {
    const age = Date.now() - archiver['at'].getTime()
    say(age > 24 * 3_600_000 ? 'bad' : 'good', `The last piece of a backup is ${hours(age)} old.`)
  }
  say(
    'note',
    "Encryption of the disk and of the backups can't be seen from here: names, e-mail addresses and messages stand in them in clear.",
  )
  return findings
}
