import { writeFileSync } from 'node:fs'
import { vendors, type Vendor } from '#shared/domain/kinds.ts'
import { accountSettingsSchema, sharedVendors } from '#shared/vendors/index.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import { mainVendor, teamKinds } from '../../vendors/index.ts'
import { invitationText } from '../invitation.ts'
import { isLoopback, type Connection } from '../postgres.ts'
import { addAccount, addClerk, newPasswordFor, removeClerk } from '../server/clerks.ts'
import { init, makeAdministrator } from '../server/init.ts'
import { migrate } from '../server/migrate.ts'
import { newPassword, scramVerifier } from '../server/scram.ts'
import { check } from './check.ts'
import { Usage, type Options } from './options.ts'

/** What a command is run with. */
export interface Run {
  options: Options
  admin: Connection
  say(line: string): void
}

/** Answers whether all is well. */
type Command = (run: Run) => Promise<boolean>

const wordOf = ({ words }: Options, what: string): string => {
  const [word, ...more] = words
  if (!word || more.length > 0) throw new Usage(`Name one ${what}.`)
  return word
}

const settingsOf = (vendor: Vendor, options: Options): unknown => ({
  ...sharedVendors[vendor].newSettings(),
  ...options.settings,
  name: options.display ?? '',
  ...(options.url !== null && { url: options.url }),
  ...(options.settings['environment'] === 'practice' && { url: null }),
})

/** THE list of what the administrator can do. */
export const commands: Readonly<Record<string, Command>> = {
  async init({ options, admin, say }) {
    await init(admin)
    const { to } = await migrate(admin, teamKinds)
    say(`The team is set up (version ${to}).`)
    if (options.admin !== null) {
      const password = newPassword()
      await makeAdministrator(admin, options.admin, scramVerifier(password))
      say(`${options.admin} can do all further commands. Password, shown this once: ${password}`)
    }
    return true
  },
  async migrate({ admin, say }) {
    const { from, to, changed } = await migrate(admin, teamKinds)
    say(changed ? `Brought from version ${from} to ${to}.` : 'Nothing to do: it is of this version.')
    return true
  },
  async 'add-clerk'({ options, admin, say }) {
    const clerk = wordOf(options, 'clerk')
    const password = newPassword()
    const { accounts, isManager, display } = options
    await addClerk(admin, { clerk, display: display ?? clerk, verifier: scramVerifier(password), accounts, isManager })
    say(`${clerk} is a clerk of the team. Password, shown this once: ${password}`)
    return true
  },
  async 'new-password'({ options, admin, say }) {
    const clerk = wordOf(options, 'clerk')
    const password = newPassword()
    await newPasswordFor(admin, clerk, scramVerifier(password))
    say(`Password of ${clerk}, shown this once: ${password}`)
    return true
  },
  async 'remove-clerk'({ options, admin, say }) {
    const clerk = wordOf(options, 'clerk')
    const { openItems } = await removeClerk(admin, clerk)
    say(`${clerk} can sign in no more. Items that were open and read as unknown now: ${openItems}.`)
    return true
  },
  async 'add-account'({ options, admin, say }) {
    const name = wordOf(options, `vendor: ${vendors.join(', ')}`)
    const vendor = vendors.find((one) => one === name)
    if (!vendor) throw new Usage(`There is no vendor "${name}"; there are: ${vendors.join(', ')}.`)
    const parsed = accountSettingsSchema.safeParse(settingsOf(vendor, options))
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join('.'))
      throw new Usage(
        `These are not right: ${[...new Set(fields)].join(', ')}. Give them with --name, --url and --set name=value.`,
      )
    }
    const id = await addAccount(admin, {
      vendor,
      origin: boundOriginOf(parsed.data),
      identity: mainVendor(vendor).team.identity(parsed.data),
      name: parsed.data.name,
      settings: parsed.data,
      keepDays: options.keepDays,
      counts: options.counts,
    })
    say(id === null ? 'The team has this account already.' : `Account ${id} is shared by all clerks of the team.`)
    return true
  },
  async invite({ options, admin, say }) {
    const clerk = wordOf(options, 'clerk')
    const [known] = await admin.query('SELECT FROM team.clerk WHERE clerk = $1 AND removed_at IS NULL', [clerk])
    if (!known) throw new Usage(`${clerk} is no clerk of the team: npm run team -- add-clerk ${clerk}.`)
    const file = options.out ?? `${clerk}.balie-team`
    writeFileSync(file, invitationText({ ...options.address, user: clerk }), { mode: 0o600 })
    say(`${file} has all but the password, which you give in another way.`)
    return true
  },
  async check({ options, admin, say }) {
    const findings = await check({
      admin,
      kinds: teamKinds,
      isEncrypted: admin.isEncrypted,
      isLoopback: isLoopback(options.address.host),
    })
    for (const { is, says } of findings) say(`${{ good: '✓', note: '·', bad: '✗' }[is]} ${says}`)
    return findings.every(({ is }) => is !== 'bad')
  },
  async status({ admin, say }) {
    const accounts = await admin.query('SELECT id, vendor, name, origin FROM team.account ORDER BY id')
    for (const { id, vendor, name, origin } of accounts)
      say(`Account ${String(id)}: ${String(vendor)} "${String(name)}" at ${String(origin)}`)
    const clerks = await admin.query(`SELECT clerk, display FROM team.clerk WHERE removed_at IS NULL ORDER BY clerk`)
    say(`Clerks: ${clerks.map(({ clerk, display }) => `${String(clerk)} (${String(display)})`).join(', ') || 'none'}`)
    const desks = await admin.query(
      `SELECT d.clerk, d.label, d.balie, to_char(d.seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS seen, d.epoch = r.epoch AS told, team.is_live(d.id) AS live
         FROM team.desk d, team.release r WHERE NOT d.retired ORDER BY d.seen_at DESC LIMIT 100`,
    )
    for (const { clerk, label, balie, seen, told, live } of desks)
      say(
        `${live === true ? '●' : '○'} ${String(clerk)} on ${String(label)}, Balie ${String(balie)}, seen ${String(seen)} UTC${told === true ? '' : ', has not told again'}`,
      )
    const items = await admin.query('SELECT state, count(*)::int AS n FROM team.item GROUP BY state ORDER BY state')
    say(`Items: ${items.map(({ state, n }) => `${String(n)} ${String(state)}`).join(', ') || 'none'}`)
    return true
  },
}
