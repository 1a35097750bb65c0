import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { optionsFrom } from '#main/team/cli/options.ts'
import { runCommand } from '#main/team/cli/run.ts'
import { readInvitation } from '#main/team/invitation.ts'
import { connect, type TeamAddress } from '#main/team/postgres.ts'
import { createTestAuthority } from '#test/support/certificates.ts'
import { startCluster, withoutPostgres, type Cluster } from '#test/support/postgres.ts'

const why = withoutPostgres()
const cli = path.join(import.meta.dirname, '../../../src/main/team/cli.ts')
const patience = { connectMs: 5_000, callMs: 5_000 }

let cluster: Cluster
let ca: string
let strangers: string
let silent: Server
beforeAll(async () => {
  if (why) return
  const authority = await createTestAuthority()
  ca = authority.cert
  strangers = (await createTestAuthority('somebody else')).cert
  const { key, cert } = await authority.issue(['localhost'])
  cluster = await startCluster({
    settings: { ssl: 'on', synchronous_commit: 'off' },
    files: { 'server.key': key, 'server.crt': cert },
    hba: [
      'host all trusting 127.0.0.1/32 trust',
      'host all clear 127.0.0.1/32 password',
      'host all old 127.0.0.1/32 md5',
      'host all banned 127.0.0.1/32 reject',
      'host all all 127.0.0.1/32 scram-sha-256',
    ],
  })
  silent = createServer((socket) => socket.on('data', () => socket.write('N')).on('error', () => undefined))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  silent?.close()
  await cluster?.remove()
})

interface Ended {
  code: number
  said: string
}

/** Runs the administrator's command as the terminal does. */
async function run(args: readonly string[], password: string, user = cluster.boss.user): Promise<Ended> {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const env = { BALIE_TEAM: `${user}@127.0.0.1:${cluster.port}/postgres` }
  const code = await runCommand(args, { env, say, complain: say, password: () => Promise.resolve(password) })
  return { code, said: lines.join('\n') }
}

/** As a program of its own. */
const spawned = (args: readonly string[], password: string): Promise<Ended> =>
  new Promise((resolve) => {
    const { boss, port, folder } = cluster
    const env = {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      BALIE_TEAM_PASSWORD: password,
      BALIE_TEAM: `${boss.user}@127.0.0.1:${port}/postgres`,
    }
    execFile(process.execPath, [cli, ...args], { env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    )
  })

const shown = (said: string) => /once: (\S+)/.exec(said)?.[1] ?? ''

test('an administrator sets a team up, invites a clerk, checks it, and takes her away again', async (context) => {
  context.skip(why !== undefined, why)
  const boss = cluster.boss.password
  expect(await spawned(['status'], boss)).toMatchObject({ code: 1, said: expect.stringContaining('No team has been set up') })
  const made = await run(['init', '--admin', 'keeper'], boss)
  expect(made).toMatchObject({ code: 0 })
  // No superuser from here on.
  const keeper = shown(made.said)
  const asKeeper = (...args: string[]) => run(args, keeper, 'keeper')
  expect(await asKeeper('migrate')).toMatchObject({ code: 0, said: expect.stringContaining('Nothing to do') })
  expect(await asKeeper('add-account', 'billink', '--name', 'Winkel')).toMatchObject({
    code: 2,
    said: expect.stringContaining('username'),
  })
  const account = ['add-account', 'billink', '--name', 'Winkel', '--url', 'https://billink.example/x', '--set', 'username=winkel']
  expect(await asKeeper(...account)).toMatchObject({ code: 0, said: expect.stringContaining('Account 1') })
  expect(await asKeeper(...account)).toMatchObject({ code: 0, said: expect.stringContaining('already') })
  const added = await asKeeper('add-clerk', 'anna', '--name', 'Anna de Wit')
  expect(added).toMatchObject({ code: 0 })
  expect(await asKeeper('add-clerk', 'anna')).toMatchObject({ code: 1, said: expect.stringContaining('already') })
  expect(await asKeeper('add-clerk', 'Anna!')).toMatchObject({ code: 1, said: expect.stringContaining('small letters') })
  expect(await asKeeper('invite', 'anna', '--out', path.join(cluster.folder, 'a.balie-team'))).toMatchObject({ code: 0 })
  const invitation = readInvitation(readFileSync(path.join(cluster.folder, 'a.balie-team'), 'utf8'))
  expect(invitation).toEqual({ host: '127.0.0.1', port: cluster.port, database: 'postgres', user: 'anna', ca: null })
  const anna = await connect(invitation!, shown(added.said), patience)
  expect(await anna.query(`SELECT team.hello(1, gen_random_uuid(), '{"mark":"m"}') ->> 'display' AS display`)).toEqual([
    { display: 'Anna de Wit' },
  ])
  await anna.close()
  const checked = await asKeeper('check')
  expect(checked.said).toMatch(/✓ Tables and functions[^✗]*✗ synchronous_commit is off[^✗]*Encryption of the disk/s)
  expect(checked.code).toBe(1)
  expect(await asKeeper('status')).toMatchObject({ code: 0, said: expect.stringContaining('anna (Anna de Wit)') })
  const other = shown((await asKeeper('new-password', 'anna')).said)
  expect(await asKeeper('remove-clerk', 'anna')).toMatchObject({ code: 0, said: expect.stringContaining('unknown now: 0') })
  await expect(connect(invitation!, other, patience)).rejects.toMatchObject({ trouble: 'password' })
  expect(await asKeeper('remove-clerk', 'anna')).toMatchObject({ code: 1, said: expect.stringContaining('no such clerk') })
  expect(await asKeeper('frobnicate')).toMatchObject({ code: 2, said: expect.stringContaining('npm run team -- COMMAND') })
  expect(await asKeeper('add-account', 'nobody')).toMatchObject({ code: 2, said: expect.stringContaining('There is no vendor') })
  expect(await run(['status'], 'wrong')).toMatchObject({ code: 1, said: expect.stringContaining('with this password') })
})

test.each([
  [[], 'Say what to do'],
  [['status', '--as', 'nonsense'], 'is no address'],
  [['status', '--as', 'a@b:99999/c'], 'A port is'],
  [['status', '--as', 'a@b/c', '--ca', '/nowhere.pem'], "can't be read"],
  [['status', '--password', 'x'], 'Unknown option'],
  [['status'], 'Say where'],
  [['add-clerk', '--as', 'a@b/c', '--accounts', 'one'], 'whole number'],
  [['add-account', '--as', 'a@b/c', '--keep-days', '3'], 'at least 30'],
  [['add-account', '--as', 'a@b/c', '--set', '=x'], 'name=value'],
] as const)('what is not understood is said, with the usage: %j', (args, says) => {
  expect(() => optionsFrom(args, {})).toThrow(says)
})

describe('connecting', () => {
  const at = (change: Partial<TeamAddress> = {}): TeamAddress => ({
    host: 'localhost',
    port: cluster.port,
    database: 'postgres',
    user: cluster.boss.user,
    ca,
    ...change,
  })
  const boss = () => cluster.boss.password

  test('is TLS with the name checked, and SCRAM', async (context) => {
    context.skip(why !== undefined, why)
    const connection = await connect(at(), boss(), patience)
    expect(connection.isEncrypted).toBe(true)
    expect(await connection.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')).toEqual([{ ssl: true }])
    await connection.close()
  })

  const failures: [string, string, () => TeamAddress, (() => string)?][] = [
    ['a certificate of an authority nobody knows', 'untrusted', () => at({ ca: strangers })],
    ['a certificate for another name', 'wrong-name', () => at({ host: '127.0.0.1' })],
    ['a server without TLS', 'no-tls', () => at({ port: (silent.address() as { port: number }).port })],
    ['a port where nothing listens', 'refused', () => at({ port: 1 })],
    ['a name that nobody has', 'host', () => at({ host: 'no-such-host.invalid' })],
    ['a wrong password', 'password', () => at(), () => 'wrong'],
    ['somebody who is not let in', 'no-login', () => at({ user: 'banned' })],
    ['a database that is not there', 'no-database', () => at({ database: 'nowhere' })],
    ['a server that wants no password', 'not-scram', () => at({ user: 'trusting' })],
    ['a server that wants the password in clear', 'not-scram', () => at({ user: 'clear' })],
    ['a server that wants it as MD5', 'not-scram', () => at({ user: 'old' })],
  ]
  for (const [what, trouble, address, password = boss] of failures)
    test(`says what is wrong with ${what}`, async (context) => {
      context.skip(why !== undefined, why)
      const admin = await connect(at(), boss(), patience)
      await admin.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trusting') THEN CREATE ROLE trusting LOGIN; GRANT CONNECT ON DATABASE postgres TO trusting; CREATE ROLE clear LOGIN PASSWORD 'x';
        SET LOCAL password_encryption = 'md5'; CREATE ROLE old LOGIN PASSWORD 'x'; END IF; END $$`)
      await admin.close()
      const opened = connect(address(), password(), patience)
      await opened.then(
        (connection) => connection.drop(),
        () => undefined,
      )
      await expect(opened).rejects.toMatchObject({ trouble })
    })

  test('keeps an invitation that is none from being one', () => {
    for (const text of [
      '',
      '{}',
      '[]',
      '{"balieTeam":2}',
      `{"balieTeam":1,"host":"","port":1,"database":"b","user":"u","ca":null}`,
    ])
      expect(readInvitation(text)).toBeNull()
  })
})
