import type { Admin } from './migrate.ts'

/** An identifier in SQL, whatever stands in it. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`
/** A text in SQL, where a parameter is not allowed: in what makes roles. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * What only an owner of the database may do, once: the roles, the extension and the schema. May be repeated.
 *
 * SECURITY: nobody but the team's own roles may make anything in the database, a temporary table included: what a function finds by
 * name is the team's alone.
 */
export async function init(admin: Admin): Promise<void> {
  const [row] = await admin.query('SELECT quote_ident(current_database()) AS name')
  const database = String(row?.['name'])
  await admin.query('BEGIN')
  try {
    for (const role of ['balie_owner', 'balie_clerk'])
      await admin.query(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
      END $$`)
    await admin.query('GRANT balie_owner, balie_clerk TO CURRENT_USER WITH ADMIN OPTION')
    await admin.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    await admin.query(`GRANT CREATE ON DATABASE ${database} TO balie_owner`)
    await admin.query('CREATE SCHEMA IF NOT EXISTS team AUTHORIZATION balie_owner')
    await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
    await admin.query(`GRANT CONNECT ON DATABASE ${database} TO balie_clerk`)
    await admin.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    await admin.query('COMMIT')
  } catch (error) {
    await admin.query('ROLLBACK').catch(() => [])
    throw error
  }
}

/** A login for the administrator's later commands: it makes clerks and tables, and is no superuser. */
export async function makeAdministrator(admin: Admin, name: string, verifier: string): Promise<void> {
  const [row] = await admin.query('SELECT quote_ident(current_database()) AS name')
  await admin.query(`CREATE ROLE ${quotedName(name)} LOGIN CREATEROLE NOSUPERUSER NOCREATEDB PASSWORD ${quotedText(verifier)}`)
  await admin.query(`GRANT balie_owner, balie_clerk TO ${quotedName(name)} WITH ADMIN OPTION`)
  await admin.query(`GRANT CONNECT ON DATABASE ${String(row?.['name'])} TO ${quotedName(name)}`)
}
